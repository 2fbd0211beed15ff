import { randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a cookie or behind the # of a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Whether it has the shape of one; what has not is nobody's, and costs no query. */
export const isToken = (text: string | null): text is string => /^[\w-]{43}$/.test(text ?? '')
