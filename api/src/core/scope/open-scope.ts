/** The scope of one piece of work: its transaction, its principal, and what it leaves behind. */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { EventType } from '@sonaqor/contract/event'
import { lockOf, type Principal } from '../access/index.ts'
import { auditStatements } from '../audit/index.ts'
import { uuidv7 } from '../crypto/index.ts'
import type { Literal, Transaction } from '../database/index.ts'
import { insertEvent, insertEnd } from '../events/index.ts'
import type { Ground } from '../foundation/index.ts'
import { putJob, type JobType } from '../jobs/index.ts'
import type { Logger } from '../log/index.ts'
import { Problem } from '../problems/index.ts'
import { readByCursor } from './cursor.ts'
import type { ScopeStart } from './scope-start.ts'
import type {
  AuditAct,
  EventFacts,
  InnerAnswer,
  InnerCall,
  RequestInfo,
  Scope,
  StartOptions,
} from './scope.ts'

export class OpenScope implements Scope {
  readonly request: RequestInfo
  readonly now: () => Date
  readonly transaction: Transaction
  readonly taken = new Set<ScopeName>()
  readonly #ground: Ground
  readonly #answerInner: ScopeStart['answerInner']
  #principal: Principal
  #environments: readonly Environment[]
  readonly #acts: AuditAct[] = []
  readonly #whenBack: (() => Promise<void>)[] = []
  readonly #afterCommit: (() => void)[] = []
  readonly #last: string[] = []
  #log: Logger | undefined
  #recognise: (() => Promise<void>) | undefined
  #savepoints = 0
  #operation = () => 'none'

  constructor({ ground, principal, request, transaction, now, answerInner }: ScopeStart) {
    this.#ground = ground
    this.#answerInner = answerInner
    this.#principal = principal
    this.#environments = principal.environments
    this.request = request
    this.transaction = transaction
    this.now = now
  }

  get db() {
    return this.transaction.db
  }

  get secrets() {
    return this.#ground.secrets
  }

  get vault() {
    return this.#ground.vault
  }

  get files() {
    return this.#ground.files
  }

  get operation(): string {
    return this.#operation()
  }

  /** Once it was read what is asked for; it is named where somebody wants to know. */
  asksFor(operation: () => string): void {
    this.#operation = operation
  }

  /** Each line names the request. */
  get log(): Logger {
    return (this.#log ??= this.#ground.log.child({ requestId: this.request.id }))
  }

  get principal(): Principal {
    return this.#principal
  }

  get tenantId(): string {
    const { tenantId } = this.#principal
    if (tenantId === null) throw new Problem('unauthenticated', { detail: 'Sign in first.' })
    return tenantId
  }

  get environments(): readonly Environment[] {
    return this.#environments
  }

  newId(): string {
    return uuidv7(this.now())
  }

  inApps<Query extends { whereIn(column: string, values: readonly string[]): unknown }>(
    query: Query,
    column = 'app_id',
  ): Query {
    const { appIds } = this.#principal
    if (appIds !== 'all') query.whereIn(column, appIds)
    return query
  }

  takeLong(): boolean {
    return this.transaction.takeLong()
  }

  takes(names: readonly ScopeName[]): void {
    for (const name of names) this.taken.add(name)
  }

  async emit<E extends EventType>(type: E, facts: EventFacts<E>): Promise<void> {
    await insertEvent(this, type, facts)
    this.wake('events')
  }

  async closeSockets(id: string): Promise<void> {
    await insertEnd(this, id)
    this.wake('events')
  }

  audit(act: AuditAct): void {
    this.#acts.push(act)
  }

  afterCommit(work: () => void): void {
    this.#afterCommit.push(work)
  }

  wake(topic: string): void {
    this.afterCommit(() => this.#ground.bus.wake(topic))
  }

  async keep<T>(work: (db: Scope['db'], kept: Scope) => Promise<T>): Promise<T> {
    const kept = await this.#twin(this.#ground.database.beginBeside())
    return kept.run(() => work(kept.db, kept))
  }

  async aside<T>(work: () => Promise<T>): Promise<T> {
    const environments = this.#environments
    await this.transaction.giveBack()
    const [done] = await Promise.allSettled([work()])
    // What is refused by then has to be kept as well, where anything is.
    if (done.status === 'fulfilled' || this.#whenBack.length > 0) await this.#comeBack(environments)
    if (done.status === 'rejected') throw done.reason
    return done.value
  }

  async #comeBack(environments: readonly Environment[]): Promise<void> {
    await this.#recognise?.()
    if (environments.length < this.#environments.length) await this.narrow(environments)
    for (const again of this.#whenBack) await again()
  }

  /** What a transaction held that was given back to step aside: it is taken hold of again in the next. */
  whenBack(again: () => Promise<void>): void {
    this.#whenBack.push(again)
  }

  async call(inner: InnerCall): Promise<InnerAnswer> {
    if (this.#answerInner) return this.#answerInner(inner, this.request)
    throw new Problem('conflict', {
      detail: 'A request that is made within another one makes none itself.',
    })
  }

  /** Takes over whoever asks, and how to know them again once the transaction has begun anew. */
  async become(recognise: () => Promise<Principal>): Promise<Principal> {
    this.#recognise = async () => this.assume(await recognise())
    await this.#recognise()
    return this.#principal
  }

  /** One more that sees the same, for what is read on after this one is over; whoever asks ends it. */
  async besides(): Promise<OpenScope> {
    return this.#twin(this.#ground.database.begin({ readOnly: true }))
  }

  async #twin(transaction: Transaction): Promise<OpenScope> {
    const { request, now } = this
    const [ground, principal] = [this.#ground, this.#principal]
    const twin = new OpenScope({ ground, principal, request, transaction, now })
    await twin.narrow(this.#environments)
    return twin
  }

  async batch<T>(work: () => Promise<T>): Promise<T> {
    const name = `batch_${(this.#savepoints += 1)}`
    const acts = this.#acts.length
    const wakes = this.#afterCommit.length
    await this.transaction.query(`savepoint ${name}`)
    try {
      const result = await work()
      await this.transaction.query(`release savepoint ${name}`)
      return result
    } catch (error) {
      await this.transaction.query(`rollback to savepoint ${name}; release savepoint ${name}`)
      this.#acts.splice(acts)
      this.#afterCommit.splice(wakes)
      throw error
    }
  }

  read<Row>(query: string, bindings: readonly unknown[] = []): AsyncIterable<Row> {
    return readByCursor<Row>(this.transaction, query, bindings)
  }

  async start<Payload>(
    job: JobType<Payload>,
    payload: Payload,
    options: StartOptions = {},
  ): Promise<void> {
    const { kind, tenantId } = this.#principal
    if (options.tenantId !== undefined && (kind !== 'system' || tenantId !== null)) {
      throw new Error('only the house itself starts jobs of a tenant that it names')
    }
    await putJob(this, job, payload, options)
    this.wake('jobs')
  }

  async through<Row>(door: string, ...values: readonly Literal[]): Promise<Row[]> {
    return this.transaction.through<Row>(door, values)
  }

  async enter(principal: Principal): Promise<void> {
    // What was done until now belongs to the chain of the tenant that it was done in.
    const acts = this.#acts.splice(0)
    if (acts.length > 0) await this.transaction.queries(auditStatements(this, acts))
    this.assume(principal)
    await this.#see()
  }

  /** Takes over the principal whose door function has set what the transaction sees. */
  assume(principal: Principal): void {
    this.#principal = principal
    this.#environments = principal.environments
  }

  /** From here on these environments are seen alone, of those that the principal holds. */
  async narrow(environments: readonly Environment[]): Promise<void> {
    const held = this.#principal.environments.filter((one) => environments.includes(one))
    this.#environments = held
    await this.#see()
  }

  async #see(): Promise<void> {
    const { tenantId } = this.#principal
    const lock = lockOf(this.#principal)
    await this.transaction.see({
      tenantId,
      environments: this.#environments,
      ...(lock && { lock: JSON.stringify(lock) }),
    })
  }

  /** Does the work, writes the audit entries as the last statements, commits, and wakes others. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work()
      await this.commit()
      return result
    } catch (error) {
      await this.transaction.rollback()
      throw error
    }
  }

  /** A statement that stands last, with the audit entries, in the message of the commit. */
  last(statement: string): void {
    this.#last.push(statement)
  }

  /** Undoes all that was done since the savepoint; the transaction can still commit. */
  async undoTo(savepoint: string): Promise<void> {
    await this.transaction.query(`rollback to savepoint ${savepoint}`)
    this.#acts.length = 0
    this.#afterCommit.length = 0
  }

  /** What must stand last travels with the commit in one message. */
  async commit(): Promise<void> {
    const acts = this.#acts.splice(0)
    if (this.transaction.readOnly) {
      if (acts.length > 0)
        await this.keep(async (_, kept) => acts.forEach((act) => kept.audit(act)))
      // A read leaves nothing to wait for.
      void this.transaction.rollback()
    } else {
      await this.transaction.commit([...this.#last, ...auditStatements(this, acts)])
    }
    for (const work of this.#afterCommit) work()
  }
}
