/** For stories and tests: somebody who is signed in, and what the API says of them. */
import type { Account } from '@sonaqor/contract/account'
import type { Session } from '@sonaqor/contract/auth'
import { ProblemError } from '@sonaqor/contract/client'
import type { Factors } from '@sonaqor/contract/factors'
import type { ProblemCode, ProblemDocument } from '@sonaqor/contract/problem'
import type { PersonalSession } from '@sonaqor/contract/sessions'
import { frameOf } from '../../frame/testing/frame-of.ts'

const minuteMs = 60_000
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString()

export const sessionOf = (change: Partial<Session> = {}): Session => ({
  token: 'token',
  expiresIn: 300,
  sessionEndsAt: inMinutes(12 * 60),
  idleEndsAt: inMinutes(30),
  me: frameOf().me,
  ...change,
})

export const ada: Account = {
  name: 'Ada Moreau',
  email: 'ada@northwind.example',
  newEmail: null,
  locale: 'en',
  passwordChangedAt: inMinutes(-90_000),
}

export const noFactors: Factors = { totp: null, passkeys: [], recoveryCodesLeft: 0 }

export const factors: Factors = {
  totp: { since: inMinutes(-40_000) },
  passkeys: [
    { id: 'k1', name: 'MacBook of Ada', madeAt: inMinutes(-30_000), usedAt: inMinutes(-80) },
    { id: 'k2', name: 'Security key', madeAt: inMinutes(-20_000), usedAt: null },
  ],
  recoveryCodesLeft: 2,
}

const tenant = { id: 't1', name: 'Northwind' }

export const sessions: readonly PersonalSession[] = [
  {
    id: 's2',
    tenant: { id: 't2', name: 'Contoso' },
    startedAt: inMinutes(-300),
    lastUsedAt: inMinutes(-45),
    endsAt: inMinutes(400),
    ip: '2001:db8:85a3::8a2e:370:7334',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    secondFactorAt: null,
    current: false,
  },
  {
    id: 's1',
    tenant,
    startedAt: inMinutes(-20),
    lastUsedAt: inMinutes(-1),
    endsAt: inMinutes(700),
    ip: '203.0.113.7',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
    secondFactorAt: inMinutes(-20),
    current: true,
  },
]

export const recoveryCodes: readonly string[] = [...'ABCDEFGHJK'].map(
  (letter) => `${letter}2345-67ABC-DEFGH-JKLMN-PQRST`,
)

/** A refusal as the API puts it. */
export function problem(code: ProblemCode, change: Partial<ProblemDocument> = {}): ProblemError {
  return new ProblemError({
    type: `/docs/problems/${code}`,
    title: 'No',
    status: 403,
    code,
    detail: 'Not now.',
    instance: 'r1',
    ...change,
  })
}

/** A field that was refused. */
export const wrongField = (pointer: string): ProblemError =>
  problem('invalid', { status: 422, errors: [{ pointer, detail: 'is not right' }] })
