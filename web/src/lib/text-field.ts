import { error } from '@sveltejs/kit';

/** The posted form; what cannot be read as one is the sender's slip, not ours. @throws 400 */
export async function postedForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (broken) {
    // Too large is told apart by the server underneath.
    if (broken instanceof Error && 'status' in broken) throw broken;
    error(400, { message: 'malformed-request', code: 'malformed-request' });
  }
}

/** What was typed goes with the error page: the page of the form cannot be drawn while the database is away. @throws 503 */
export function notSaved(form: FormData): never {
  const typed = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  error(503, { message: 'service-unavailable', code: 'service-unavailable', typed });
}

/** A text of a posted form; a file or nothing under that name reads as empty. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
