import type { AskedBefore, ConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';
import type { PresenceView } from '@forhoering/shared/contracts/opening.contract.js';
import type { FieldProblem, Problem } from '@forhoering/shared/contracts/problem.contract.js';
import { mergeFields } from '@forhoering/shared/consultations/merge.rules.js';
import { api, ApiProblem } from '../../lib/api';
import { asked, dirtyFields, draftOf, inputOf, same } from './draft';
import { draftQuestion, type Draft, type Field } from './fields';
import { LocalBackup } from './local-backup';
import { draftProblems, heldFields } from './problems';

/** Both changed the same field: mine stands in the form, theirs is kept until a person chooses. */
export interface Conflict {
  field: Field;
  theirs: Draft[Field];
  by: string;
  at: string;
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'signed-out' | 'refused';

const PAUSE_MS = 1_000;
const POLL_MS = 3_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000];

interface Hears {
  /** Somebody else's change has been taken over. */
  taken: (fields: Field[], by: string) => void;
  /** What was left on this machine has been put back. */
  restored: () => void;
}

/** A consultation while it is edited: saves drafts by itself, merges what others save, and never drops what was typed. */
export class Editor {
  draft = $state<Draft>({} as Draft);
  view = $state.raw<ConsultationView>({} as ConsultationView);
  saveState = $state<SaveState>('saved');
  refusals = $state.raw<FieldProblem[]>([]);
  conflicts = $state.raw<Conflict[]>([]);
  /** Consultations that asked about the same area within a year. */
  askedBefore = $state.raw<AskedBefore[]>([]);
  others = $state.raw<PresenceView['others']>([]);
  /** The field with the focus, for the preview and for others. */
  focus = $state<Field | null>(null);
  now = $state(Date.now());
  /** What the server has, as the form would show it. */
  private base = $state.raw<Draft>({} as Draft);
  readonly isDraft = $derived(this.view.state === 'draft');
  readonly problems = $derived(
    draftProblems(this.draft, this.now, !this.isDraft && same('closesAt', this.draft.closesAt, this.base.closesAt)),
  );
  readonly dirty = $derived(dirtyFields(this.draft, this.base));
  private readonly backup: LocalBackup;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private failures = 0;
  /** Fields as the server last refused them: not sent again until they change. */
  private refused = new Map<Field, string>();
  private poller: ReturnType<typeof setInterval> | undefined;

  constructor(
    view: ConsultationView,
    accountId: string,
    private readonly hears: Hears,
  ) {
    this.backup = new LocalBackup(accountId, view.id);
    this.take(view);
    this.restore();
  }

  /** Starts listening to the others. @returns how to stop */
  start(): () => void {
    const online = (): void => this.saveSoon(0);
    window.addEventListener('online', online);
    this.poller = setInterval(() => void this.poll(), POLL_MS);
    void this.poll();
    if (this.dirty.length > 0) this.saveSoon();
    return () => {
      window.removeEventListener('online', online);
      clearInterval(this.poller);
      clearTimeout(this.timer);
      if (this.isDraft) void this.save();
    };
  }

  /** Something was typed. */
  touched(): void {
    this.backup.keep(this.dirty, $state.snapshot(this.draft), this.base);
    if (this.dirty.length === 0) this.saveState = this.saveState === 'saving' ? 'saving' : 'saved';
    else if (this.isDraft) this.saveSoon();
  }

  /** Saves what can be saved now. @returns whether everything reached the server */
  async save(reason?: string): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) await this.running;
    this.running = this.send(reason).finally(() => (this.running = null));
    return this.running;
  }

  choose(conflict: Conflict, whose: 'mine' | 'theirs'): void {
    if (whose === 'theirs') Object.assign(this.draft, { [conflict.field]: conflict.theirs });
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.touched();
  }

  /** The server's newest, after an act that changed it. */
  take(view: ConsultationView): void {
    this.view = view;
    this.base = draftOf(view);
    this.draft = draftOf(view);
    this.conflicts = [];
    this.refusals = [];
    this.saveState = 'saved';
  }

  messageOf(field: string): string | undefined {
    const of = (problem: FieldProblem): boolean => problem.field === field || problem.field.startsWith(`${field}.`);
    return [...this.refusals, ...this.problems].find(of)?.message;
  }

  private saveSoon(wait: number = PAUSE_MS): void {
    if (!this.isDraft) return;
    clearTimeout(this.timer);
    if (this.saveState === 'saved') this.saveState = 'waiting';
    this.timer = setTimeout(() => void this.save(), wait);
  }

  private sendable(): Field[] {
    const held = heldFields(this.problems);
    const open = new Set(this.conflicts.map(({ field }) => field));
    return this.dirty.filter(
      (field) => !held.has(field) && !open.has(field) && this.refused.get(field) !== JSON.stringify(this.draft[field]),
    );
  }

  private async send(reason?: string): Promise<boolean> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const fields = this.sendable();
      if (fields.length === 0) return this.settle();
      this.saveState = 'saving';
      const sent = $state.snapshot(this.draft);
      try {
        const body = { ...inputOf(sent, fields), version: this.view.version, ...(reason ? { reason } : {}) };
        this.saved(await api(fetch).patch<ConsultationView>(`/consultations/${this.view.id}`, body), fields, sent);
      } catch (failure) {
        if (!(failure instanceof ApiProblem)) throw failure;
        if (!(await this.recover(failure.problem, fields))) return false;
      }
    }
    return this.settle();
  }

  private settle(): boolean {
    const clean = this.dirty.length === 0;
    this.saveState = clean
      ? 'saved'
      : this.refusals.length > 0 || heldFields(this.problems).size > 0
        ? 'refused'
        : 'waiting';
    this.backup.keep(this.dirty, $state.snapshot(this.draft), this.base);
    return clean;
  }

  private saved(view: ConsultationView, fields: Field[], sent: Draft): void {
    this.failures = 0;
    this.view = view;
    this.base = { ...this.base, ...Object.fromEntries(fields.map((field) => [field, sent[field]])) };
    this.refusals = this.refusals.filter((one) => !fields.includes(one.field.split('.')[0] as Field));
    if (fields.includes('area') && same('area', this.draft.area, sent.area)) {
      this.base = { ...this.base, area: draftOf(view).area };
      this.draft.area = draftOf(view).area;
    }
    if (!fields.includes('questions')) return;
    const keys = asked(sent.questions).map(({ key }) => key);
    for (const question of this.draft.questions) {
      const saved = view.questions[keys.indexOf(question.key)];
      if (saved && saved.kind === question.kind) question.id = saved.id;
    }
  }

  /** @returns whether it is worth trying again at once */
  private async recover(problem: Problem, fields: Field[]): Promise<boolean> {
    if (problem.code === 'version-conflict')
      return this.catchUp(String(problem.params?.['changedBy'] ?? ''), String(problem.params?.['changedAt'] ?? ''));
    if (problem.status === 422) {
      this.refusals = problem.errors ?? [];
      const blamed = fields.filter((field) => this.refusals.some((one) => one.field.split('.')[0] === field));
      for (const field of blamed.length > 0 ? blamed : fields)
        this.refused.set(field, JSON.stringify(this.draft[field]));
      return true;
    }
    if (problem.status === 401 || problem.status === 403) this.saveState = 'signed-out';
    else {
      this.saveState = 'offline';
      this.saveSoon(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]);
      this.failures += 1;
    }
    return false;
  }

  /** Fetches what somebody else saved and merges it, field by field. @returns false when it could not be fetched */
  private async catchUp(by: string, at: string): Promise<boolean> {
    let view: ConsultationView;
    try {
      view = await api(fetch).get<ConsultationView>(`/consultations/${this.view.id}`);
    } catch {
      this.saveState = 'offline';
      this.saveSoon(RETRY_MS[0]);
      return false;
    }
    this.merge(this.base, view, by, at);
    return true;
  }

  private merge(base: Draft, view: ConsultationView, by: string, at: string): void {
    const theirs = draftOf(view);
    const { taken, conflicts } = mergeFields<Draft>(base, this.draft, theirs, same);
    for (const field of taken) Object.assign(this.draft, { [field]: theirs[field] });
    const still = this.conflicts.filter((one) => !same(one.field, theirs[one.field], this.draft[one.field]));
    this.conflicts = [
      ...still.filter((one) => !conflicts.includes(one.field)).map((one) => ({ ...one, theirs: theirs[one.field] })),
      ...conflicts.map((field) => ({ field, theirs: theirs[field], by, at })),
    ];
    this.base = theirs;
    this.view = view;
    if (taken.length > 0) this.hears.taken(taken, by);
  }

  private async poll(): Promise<void> {
    this.now = Date.now();
    if (document.hidden || this.running || this.saveState === 'signed-out') return;
    try {
      const seen = await api(fetch).put<PresenceView>(`/consultations/${this.view.id}/presence`, { field: this.focus });
      this.others = seen.others;
      if (seen.version > this.view.version && !this.running) await this.catchUp(seen.updatedBy ?? '', seen.updatedAt);
      if (this.saveState === 'offline' && this.isDraft) this.saveSoon(0);
      else if (this.saveState === 'offline') this.saveState = 'waiting';
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.problem.status === 401) this.saveState = 'signed-out';
    }
  }

  /** Puts back what did not reach the server the last time, beside what others saved since. */
  private restore(): void {
    const kept = this.backup.read();
    if (kept === null) return;
    const saved = this.base;
    Object.assign(this.draft, kept.mine);
    this.draft.questions = this.draft.questions.map((question) => ({ ...question, key: draftQuestion().key }));
    this.merge({ ...saved, ...kept.base }, this.view, '', kept.at);
    if (this.dirty.length > 0) this.hears.restored();
  }
}
