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
      validator: { validate: (value: unknown) => typeof value === 'string' && countCharacters(value) <= max },
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
  const numbers = /\d+/.exec(error.constraints?.[name] ?? '');
  const max = name === 'maxChars' ? error.contexts?.['maxChars'] : undefined;
  const limit = typeof max === 'object' ? undefined : numbers?.[0];
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

/** Null bytes and lone surrogates cannot be stored as text anywhere; refuse them by name before anything else looks. */
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
  if (depth > 12 || problems.length >= 20) return;
  if (typeof value === 'string') {
    if (value.includes('\u0000')) problems.push({ field: path, code: 'text-null-byte' });
    else if (!value.isWellFormed()) problems.push({ field: path, code: 'text-lone-surrogate' });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    scan(inner, path === '' ? key : `${path}.${key}`, problems, depth + 1);
}
