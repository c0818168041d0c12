import type { Response } from 'express';

/** Answers with one error, in the form in which GraphQL gives errors. */
export function refuse(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
