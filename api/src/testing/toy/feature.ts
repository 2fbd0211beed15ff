import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '@sonaqor/contract/access'
import { giveProof, type MemberPrincipal } from '../../core/access/index.ts'
import { verifyAudit } from '../../core/audit/index.ts'
import { doing, feature, type Recorder } from '../../core/feature/index.ts'
import { implement } from '../../core/implement/index.ts'
import { page } from '../../core/paging/index.ts'
import { job } from '../../core/jobs/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { z } from 'zod'
import { doors, noteEvents, notes } from './contract.ts'
import { toyAuthenticator } from './principals.ts'
import { passPlace } from './hold.ts'
import { noteTail } from './note-tail.ts'

interface NoteRow {
  tenant_id: string
  environment: Environment
  id: string
  app_id: string
  text: string
}

const shown = ({ id, app_id: appId, environment, text }: NoteRow) => ({
  id,
  appId,
  environment,
  text,
  // Nobody declared this one, so it never leaves.
  inner: 'not for anybody',
})

/** No tenant of ours has notes, so that the list of what is audited does not know of them. */
const noted = 'projects.noted' as string as AuditAction

async function write(scope: Scope, note: Omit<NoteRow, 'tenant_id'>): Promise<NoteRow> {
  const row = { tenant_id: scope.tenantId, ...note }
  await scope.db<NoteRow>('toy_notes').insert(row)
  const ref = { noteId: row.id, appId: row.app_id }
  const { environment } = row
  await scope.emit(noteEvents.written, { environment, appId: row.app_id, ref, data: shown(row) })
  scope.audit({ action: noted, target: row.id, environment, after: shown(row) })
  return row
}

/** Each way to go wrong comes after the note is written, so that tests can look whether it stays. */
const misbehaviour = {
  refuse: () => {
    throw new Problem('conflict', { detail: 'Not today.' })
  },
  crash: () => {
    throw new TypeError('a fault of ours')
  },
  'break-the-reply': async () => undefined,
  wait: passPlace,
  'step-aside': (scope: Scope) => scope.aside(() => sleep(1)),
  'swallow-a-fault': (scope: Scope) => scope.db.raw('select 1 / 0').then(null, () => undefined),
  die: () => process.kill(process.pid, 'SIGKILL'),
  'throw-unheard': () => {
    setImmediate(() => {
      throw new TypeError('thrown where nobody listens')
    })
    return sleep(700)
  },
  'reject-unheard': () => {
    void Promise.reject(new TypeError('refused where nobody listens'))
    return sleep(700)
  },
}

const writeLater = job('toy.write-later', z.object({ note: z.uuid(), outcome: z.string() }))

/** Once in the life of a note: the first attempt at it goes wrong. */
async function isFirstAttempt(scope: Scope, note: string): Promise<boolean> {
  const mark = `attempted ${note}`
  return scope.keep(async (db) => {
    const known = await db<NoteRow>('toy_notes').where({ text: mark }).first()
    if (known) return false
    const row = { id: scope.newId(), app_id: note, environment: 'sandbox', text: mark } as const
    await db<NoteRow>('toy_notes').insert({ tenant_id: scope.tenantId, ...row })
    return true
  })
}

/**
 * Ends the process as a power cut would, once it has committed and before its answer has left, at the
 * request that the environment names by its idempotency key. No house but this one has it.
 */
const failpoint: Recorder = {
  name: 'toy',
  wants: ({ request }) => {
    const dies = process.env['TOY_DIES_BEFORE_ANSWERING']
    return dies !== undefined && request.headers['idempotency-key'] === dies
  },
  record: async () => {
    process.kill(process.pid, 'SIGKILL')
    await sleep(60_000)
  },
}

export const toy = feature({
  name: 'toy',
  events: noteEvents,
  jobs: [
    doing({
      type: writeLater,
      async run(scope, { note, outcome }) {
        await write(scope, { id: note, app_id: note, environment: 'sandbox', text: outcome })
        if (outcome === 'done' || !(await isFirstAttempt(scope, note))) return
        if (outcome === 'killed-once') process.kill(process.pid, 'SIGKILL')
        throw new Error('not yet')
      },
    }),
  ],
  readers: [
    {
      name: 'toy',
      async read(scope, events) {
        for (const { type, ref, data } of events) {
          const { text } = data as { text?: string }
          const isNote = type === noteEvents.written.name
          if (text === 'hear this wrong') throw new Error('this one cannot be taken')
          if (isNote && !text?.startsWith('hear')) continue
          const row = {
            app_id: ref['noteId'] ?? scope.newId(),
            environment: 'sandbox',
            text: isNote ? 'heard' : `heard of ${type}`,
          } as const
          const key = { tenant_id: scope.tenantId, id: scope.newId() }
          await scope.db<NoteRow>('toy_notes').insert({ ...key, ...row })
        }
      },
    },
  ],
  streams: [noteTail],
  authenticators: [toyAuthenticator],
  recorders: [failpoint],
  routes: [
    ...implement(notes, {
      list: (scope, { query }) => {
        const rows = scope.inApps(scope.db<NoteRow>('toy_notes'))
        const { limit, cursor, ...filter } = query
        if (filter.appId) void rows.where('app_id', filter.appId)
        const sort = [{ column: 'id', order: 'desc' }] as const
        return page(scope, rows, { limit, cursor, filter, sort, item: shown })
      },
      show: async (scope, { params }) => {
        const note = await scope.inApps(scope.db<NoteRow>('toy_notes')).where(params).first()
        if (!note) throw new Problem('not-found', { detail: 'There is no such note.' })
        return shown(note)
      },
      write: async (scope, { body }) =>
        shown(
          await write(scope, {
            id: scope.newId(),
            app_id: body.appId,
            environment: body.environment,
            text: body.text,
          }),
        ),
      misbehave: async (scope, { body }) => {
        const id = body.note
        const note = await write(scope, { id, app_id: id, environment: 'sandbox', text: body.how })
        await misbehaviour[body.how](scope)
        return body.how === 'break-the-reply' ? ({ id } as never) : shown(note)
      },
      ponder: async (scope, { body }) => {
        await scope.aside(() => sleep(500))
        const row = { id: scope.newId(), app_id: body.note, environment: 'sandbox' } as const
        return shown(await write(scope, { ...row, text: 'pondered' }))
      },
      whisper: (scope) => ({ secret: scope.newId() }),
    }),
    ...implement(doors, {
      open: () => undefined,
      knock: () => undefined,
      member: () => undefined,
      verify: (scope) => verifyAudit(scope),
      later: async (scope, { body }) => {
        const { note, outcome, ...options } = body
        await scope.start(writeLater, { note, outcome }, options)
        if (outcome === 'refused') throw new Problem('conflict', { detail: 'Not today.' })
      },
      end: (scope, { body }) => scope.closeSockets(body.id),
      prove: async (scope, { body }) => ({
        proof: await giveProof(scope, scope.principal as MemberPrincipal, body.operation),
      }),
      unlock: (_, { body }) => {
        if (body.refuse) throw new Problem('conflict', { detail: 'Not today.' })
      },
      pass: () => undefined,
      staff: () => undefined,
    }),
  ],
})
