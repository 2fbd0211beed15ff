/**
 * Does a write once for each Idempotency-Key. The key is locked, looked up and at the end stored in
 * the very transaction of the act, so that act and answer stand or fall together; a process that
 * dies lets go of its lock with its connection, and the next attempt finds the key free.
 */
import { createHash } from 'node:crypto'
import { seal, unseal } from '../crypto/index.ts'
import { literal } from '../database/index.ts'
import { Problem } from '../problems/index.ts'
import type { OpenScope } from '../scope/index.ts'

export const keptHours = 24

export interface Repeatable<Answer> {
  readonly key: string
  /** Method, path and body: what must be the same for a retry to be a retry. */
  readonly request: readonly (string | Buffer)[]
  act(): Promise<Answer>
  /** What a refusal of the act answers, or null where it says nothing lasting. */
  refused(thrown: unknown): Answer | null
  write(answer: Answer): Buffer
  readAgain(bytes: Buffer): Answer
}

interface Kept {
  fingerprint: Buffer
  sealed_answer: Buffer
  at: Date
}

export async function idempotently<Answer>(
  scope: OpenScope,
  repeatable: Repeatable<Answer>,
): Promise<Answer> {
  const place = placeOf(scope, repeatable.key)
  const fingerprint = digest(repeatable.request)
  const again = (kept: Kept) => {
    if (!kept.fingerprint.equals(fingerprint)) throw otherRequest()
    return repeatable.readAgain(unseal(place.sealingKey, kept.sealed_answer, place.context))
  }
  const first = await lockAndLook(scope, place)
  if (first === 'running') throw stillRunning()
  if (first) return again(first)
  scope.whenBack(async () => {
    const meanwhile = await lockAndLook(scope, place)
    if (meanwhile) throw new Overtaken(meanwhile)
  })
  try {
    const answer = await actOrUndo(scope, repeatable)
    const sealed = seal(place.sealingKey, repeatable.write(answer), place.context)
    scope.last(keep(scope, place, fingerprint, sealed))
    return answer
  } catch (thrown) {
    if (!(thrown instanceof Overtaken)) throw thrown
    if (thrown.by === 'running') throw stillRunning()
    return again(thrown.by)
  }
}

/** Whoever stepped aside let go of the key, and another request with it came before their return. */
class Overtaken extends Error {
  readonly by: Kept | 'running'

  constructor(by: Kept | 'running') {
    super('another request with this Idempotency-Key came first')
    this.by = by
  }
}

/** A refusal that lasts is kept like a success, without anything that was done before it. */
async function actOrUndo<Answer>(
  scope: OpenScope,
  { act, refused }: Repeatable<Answer>,
): Promise<Answer> {
  try {
    return await act()
  } catch (thrown) {
    const answer = thrown instanceof Overtaken ? null : refused(thrown)
    if (answer === null) throw thrown
    await scope.undoTo('act')
    return answer
  }
}

interface Place {
  /** Two principals that choose the same key never meet. */
  readonly owner: string
  readonly keyHash: Buffer
  readonly lock: bigint
  /** Derived from the key itself, which is nowhere stored: a kept answer may show a secret. */
  readonly sealingKey: Buffer
  readonly context: string
}

function placeOf(scope: OpenScope, key: string): Place {
  const owner = `${scope.principal.kind} ${scope.principal.id}`
  const context = `idempotent_answers ${scope.tenantId} ${owner}`
  const keyHash = scope.secrets.hmac(`${context} ${key}`)
  return {
    owner,
    keyHash,
    lock: keyHash.readBigInt64BE(),
    sealingKey: scope.secrets.deriveKey('idempotent answer', key),
    context,
  }
}

async function lockAndLook(scope: OpenScope, place: Place): Promise<Kept | 'running' | undefined> {
  const oldest = new Date(scope.now().getTime() - keptHours * 3_600_000)
  const [[lock], [kept]] = (await scope.transaction.queries([
    `select pg_try_advisory_xact_lock(${place.lock}) as free`,
    `select fingerprint, sealed_answer, at from idempotent_answers
     where owner = ${literal(place.owner)} and key_hash = ${literal(place.keyHash)}
       and at > ${literal(oldest)}`,
    'savepoint act',
  ])) as [[{ free: boolean }], [Kept | undefined], []]
  if (!lock.free) return 'running'
  return kept
}

function keep(scope: OpenScope, place: Place, fingerprint: Buffer, sealed: Buffer): string {
  const row = [scope.tenantId, place.owner, place.keyHash, fingerprint, sealed, scope.now()]
  return `
    insert into idempotent_answers (tenant_id, owner, key_hash, fingerprint, sealed_answer, at)
    values (${row.map(literal).join(', ')})
    on conflict (tenant_id, owner, key_hash) do update
    set fingerprint = excluded.fingerprint, sealed_answer = excluded.sealed_answer, at = excluded.at`
}

const stillRunning = () =>
  new Problem('conflict', {
    detail: 'The first request with this Idempotency-Key is still running.',
    retryAfterSeconds: 1,
  })

const otherRequest = () =>
  new Problem('idempotency-mismatch', {
    detail: 'This Idempotency-Key was sent before with another request.',
  })

/** Each part with its length before it, so that no two requests read the same. */
function digest(parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part)
  return hash.digest()
}
