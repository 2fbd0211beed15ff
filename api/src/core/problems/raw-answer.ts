import { STATUS_CODES } from 'node:http'
import { documentOf } from './document.ts'
import type { Problem } from './problem.ts'

/** A refusal to the byte, for a connection that nobody but us can answer on. */
export function rawAnswerOf(problem: Problem): string {
  const document = documentOf(problem, 'none')
  const { retryAfterSeconds } = problem.details
  const lines = [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    'connection: close',
    'content-type: application/problem+json; charset=utf-8',
    ...(retryAfterSeconds === undefined ? [] : [`retry-after: ${retryAfterSeconds}`]),
    '',
    JSON.stringify(document),
  ]
  return lines.join('\r\n')
}
