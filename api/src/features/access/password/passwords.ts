/** Passwords: argon2id, and never more at once than memory and cores can bear. */
import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../../../core/problems/index.ts'

const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** What a password is compared with when nobody has the e-mail, so that it takes just as long. */
const nobody =
  '$argon2id$v=19$m=65536,t=3,p=1$oav2wjdtx+MYrATonMvPmA$VDt3RXPie4bhV13egPBfLxy5YLCHvXVxkED1Vmw0RuI'

/*
 * The bound is of the machine, not of an app: each hash takes 64 MiB and a core for about 50 ms.
 * With 16 waiting for each core the last of them is served in less than a second.
 */
const atOnce = Math.min(4, availableParallelism())
const waitingMax = atOnce * 16
const waiting: (() => void)[] = []
let running = 0

/**
 * Refuses when so many wait already that another would only time out. Whoever asks before doing
 * anything else is spared the work; the queue itself asks again.
 */
export function refuseCrowd(): void {
  if (waiting.length < waitingMax) return
  throw new Problem('overloaded', {
    detail: 'Too many people sign in at this moment.',
    retryAfterSeconds: 2,
  })
}

/**
 * A password as it is compared: in one spelling of Unicode, for keyboards spell the same letters in
 * different ways. Nothing is cut, trimmed or put in another case.
 */
export const asStored = (password: string) => password.normalize('NFC')

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(asStored(password), cost))
}

const piece = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '')

/** Of whoever has no password: no word is known that it would fit. */
export function noPassword(): string {
  return `$argon2id$v=19$m=65536,t=3,p=1$${piece(16)}$${piece(32)}`
}

/** Takes the same time whether or not there is a hash to compare with. */
export function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  return inTurn(async () => {
    const same = await verify(passwordHash ?? nobody, asStored(password))
    return same && passwordHash !== null
  })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running += 1
  else await place()
  try {
    return await work()
  } finally {
    // Who waits longest takes the place over; it never stands free in between.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function place(): Promise<void> {
  refuseCrowd()
  return new Promise((resolve) => waiting.push(resolve))
}
