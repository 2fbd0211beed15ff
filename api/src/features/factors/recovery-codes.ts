/** Ten codes for the day on which every other second factor is out of reach; each works once. */
import { randomInt } from 'node:crypto'
import type { Scope } from '../../core/scope/index.ts'

/** No letter that looks like a digit; 32 of them, so that each says five bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const groups = 5
const groupLength = 5

/** 125 random bits each, in groups that can be read aloud. */
export function newRecoveryCodes(count = 10): string[] {
  return Array.from({ length: count }, () =>
    Array.from({ length: groups }, () =>
      Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
    ).join('-'),
  )
}

/** How a code is stored; groups and case are for the eye alone. */
export function hashRecoveryCode(scope: Scope, code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return scope.secrets.hmac(`recovery-code:${plain}`)
}
