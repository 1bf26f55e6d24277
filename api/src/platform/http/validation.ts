import { ArgumentMetadata, Injectable, PipeTransform, ValidationError, ValidationPipe } from '@nestjs/common';
import { registerDecorator, ValidationOptions } from 'class-validator';
import { Transform } from 'class-transformer';
import { countCharacters } from '@forhoering/shared/text/clean-text.js';
import { invalid, ProblemError, type FieldRefusal } from './problem-error.js';

/** At most `max` code points; the refusal says how many there were. */
export function MaxChars(max: number, options?: ValidationOptions) {
  return (target: object, property: string): void =>
    registerDecorator({
      name: 'maxChars',
      target: target.constructor,
      propertyName: property,
      constraints: [max],
      ...(options ? { options } : {}),
      validator: {
        validate: (value: unknown) => typeof value === 'string' && countCharacters(value) <= max,
        // Without it the refusal would not know the number.
        defaultMessage: () => `at most ${max} characters`,
      },
    });
}

/** White space around a one-line field is a slip, not a wish. */
export function Trimmed() {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}

const CODES: Record<string, string> = {
  maxChars: 'too-long',
  isEmail: 'not-an-email',
  isString: 'wrong-type',
  isBoolean: 'wrong-type',
  isInt: 'wrong-type',
  isArray: 'wrong-type',
  isObject: 'wrong-type',
  isUuid: 'not-found',
  isIn: 'not-allowed-value',
  isNotEmpty: 'required',
  isDefined: 'required',
  arrayMaxSize: 'too-many',
  arrayMinSize: 'required',
  arrayUnique: 'not-allowed-value',
  min: 'not-allowed-value',
  max: 'not-allowed-value',
  whitelistValidation: 'unknown-field',
  isDateString: 'not-a-date',
};

/** Of several complaints about one field the most telling one. */
const ORDER = [
  'whitelistValidation',
  'isDefined',
  'isNotEmpty',
  'isString',
  'isArray',
  'isObject',
  'isInt',
  'isBoolean',
];

function flatten(errors: ValidationError[], path: string): FieldRefusal[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const names = Object.keys(error.constraints ?? {});
    const name = ORDER.find((candidate) => names.includes(candidate)) ?? names[0];
    const own = name === undefined ? [] : [refusal(field, name, error)];
    return [...own, ...flatten(error.children ?? [], field)];
  });
}

function refusal(field: string, name: string, error: ValidationError): FieldRefusal {
  const code = error.value === undefined || error.value === null ? 'required' : (CODES[name] ?? 'not-allowed-value');
  const limit = /\d+/.exec(error.constraints?.[name] ?? '')?.[0];
  return {
    field,
    code: name === 'whitelistValidation' ? 'unknown-field' : code,
    ...(limit ? { params: { max: Number(limit) } } : {}),
  };
}

export const bodyValidation = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => invalid(flatten(errors, '')),
});

/** White space or nothing in a query means "left out", as an empty field of a form does. */
export function BlankIsAbsent() {
  // What was sent decides, since a number has been made of it by now.
  return Transform(({ value, obj, key }: { value: unknown; obj: Record<string, unknown>; key: string }) => {
    const sent = obj[key];
    return typeof sent === 'string' && sent.trim() === '' ? undefined : value;
  });
}

/** No body of ours is nested deeper; what is, would take the validation behind us down. */
const DEEPEST = 12;

/**
 * Null bytes and lone surrogates cannot be stored as text anywhere, and U+FFFD is what a wrong encoding leaves of a letter:
 * refuse them by name before anything else looks, while the sender still has the text.
 */
@Injectable()
export class WellFormedTextPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom') return value;
    const problems: FieldRefusal[] = [];
    scan(value, metadata.data ?? '', problems, 0);
    if (problems.length === 0) return value;
    if (metadata.type === 'param') throw new ProblemError(404, 'not-found');
    throw invalid(problems);
  }
}

function scan(value: unknown, path: string, problems: FieldRefusal[], depth: number): void {
  if (problems.length >= 20) return;
  if (typeof value === 'string') {
    const code = unreadable(value);
    if (code !== null) problems.push({ field: path, code });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) {
    problems.push({ field: path, code: 'wrong-type' });
    return;
  }
  for (const [key, inner] of Object.entries(value))
    scan(inner, path === '' ? key : `${path}.${key}`, problems, depth + 1);
}

/** Why a text cannot be kept as it was meant, as the code of a field; null when it can. */
export function unreadable(text: string): string | null {
  if (text.includes('\u0000')) return 'text-null-byte';
  if (!text.isWellFormed()) return 'text-lone-surrogate';
  return text.includes('\ufffd') ? 'text-broken-characters' : null;
}
