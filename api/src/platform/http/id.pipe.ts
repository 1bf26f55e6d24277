import { Injectable, PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';
import { notFound } from './problem-error.js';

/** An id in a path. What is no UUID names nothing: 404, not a database error. */
@Injectable()
export class Id implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!validate(value)) throw notFound();
    return value.toLowerCase();
  }
}
