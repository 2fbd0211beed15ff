/** XC-4: the file of an export of the audit log holds before the stand-alone verifier, however it came about. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Scope } from '../../core/scope/index.ts'
import { runVerifier, type Verdict } from '../../testing/run-verifier.ts'
import { exportWork } from './export-work.ts'
import { closed, ExportWorld } from '../../testing/export-world.ts'
import { readPieces } from './pieces.ts'

let of: ExportWorld
let script: string

beforeAll(async () => {
  of = await ExportWorld.start()
  script = await (await of.world.ask('/docs/audit/verify-audit.mjs')).text()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

const formats = ['csv', 'jsonl'] as const

const verdictOf = (file: Buffer | string, more: readonly string[] = []): Promise<Verdict> =>
  runVerifier(script, { export: file.toString() }, more)

/** Texts that a table could garble, in a chain that is longer than a piece of the file. */
async function act(entries: number): Promise<void> {
  const label = `'=1+1, "quoted"\r\n# Zürich \u{1d11e} \\ `
  await of.tenant.key({ label: "'=1+1, Zürich", environment: 'production' })
  await of.within(async (scope) => {
    for (let n = 0; n < entries; n += 1) {
      const target = ['-1', "'", '"# {}"', `'=${n}`, 'two\r\n"lines"'][n % 5]!
      scope.audit({ action: 'jobs.cancelled', target, after: { n, label, of: [1e21, null, ''] } })
    }
  })
}

type Work = ReturnType<typeof exportWork>
type Place = NonNullable<Parameters<Work['step']>[1]['place']>

class Killed extends Error {}

/**
 * Does an export as ever other workers would: each knows what the job's row says, and no more, and has a
 * forerunner that is killed before it commits. Answers the file.
 */
async function stepByStep(
  format: (typeof formats)[number],
  stored = (place: Place) => JSON.parse(JSON.stringify(place)) as Place,
): Promise<Buffer> {
  const { id, at } = await of.api.exports.start({ body: { of: 'audit', format } })
  await of.ended(id)
  const { columns } = await of.api.exports.show({ params: { id } })
  const madeBy = { kind: 'member', id: of.owner.id, name: '' } as const
  const params = { of: 'audit', format, filter: {}, columns }
  let place: Place | null = null
  const step = (scope: Scope) =>
    exportWork().step(scope, { id, params, madeBy, askedAt: new Date(at), place })
  for (;;) {
    const killed = of.within(async (scope) => {
      await step(scope)
      throw new Killed()
    })
    await expect(killed).rejects.toThrow(Killed)
    const done = await of.within(step)
    if ('result' in done) return download(id)
    place = stored(done.place)
  }
}

/** What lies there, whatever the job's row says of it. */
async function download(id: string): Promise<Buffer> {
  const parts: Buffer[] = []
  await of.within(async (scope) => {
    for await (const part of readPieces((read) => read(scope), id)) parts.push(part)
  })
  return Buffer.concat(parts)
}

describe.each(formats)('as %s', (format) => {
  test('it holds, whole, and says so at its end', async () => {
    await act(30)
    const job = await of.made({ of: 'audit', format })
    const file = await of.download(job.id)
    expect(closed(file).manifest).toMatchObject({ whole: true, entries: job.done, first: 1 })
    expect(await verdictOf(file)).toMatchObject({
      code: 0,
      text: expect.stringContaining(`HOLDS   ${job.done} entries of the tenant ${of.tenant.id}`),
    })
  })

  test('it holds over many pieces, each by another worker, after one that was killed', async () => {
    await act(2400)
    const file = await stepByStep(format)
    expect(closed(file).manifest['entries']).toBeGreaterThan(2400)
    expect(await verdictOf(file)).toMatchObject({ code: 0 })
  })

  test('one that is cut off is found, wherever it was cut', async () => {
    await act(5)
    const { id } = await of.made({ of: 'audit', format })
    const file = await of.download(id)
    const { body } = closed(file)
    const cuts = [
      body.length,
      body.length - 1,
      body.length - 40,
      file.length - 1,
      file.length - 2,
      0,
    ]
    for (const length of cuts) {
      const verdict = await verdictOf(file.subarray(0, length))
      expect([length, verdict]).toEqual([
        length,
        { code: 1, text: expect.stringContaining('no manifest at its end, so it is cut short') },
      ])
    }
  })

  test.each([
    ['a word of an entry', (text: string) => text.replace('Zürich', 'Zurich'), 'was changed'],
    [
      'a place',
      (text: string) => text.replace(/(?<lead>\n|"sequence":)3,/, '$<lead>4,'),
      'is missing',
    ],
    ['an entry that is gone', withoutThird, 'entry 3 is missing'],
    [
      'what the manifest says',
      (text: string) => text.replace(/(?<of>entries"+:)\d+/, '$<of>99'),
      'entries 99',
    ],
  ])('%s is found', async (_, change, why) => {
    await act(2)
    const { id } = await of.made({ of: 'audit', format })
    const file = (await of.download(id)).toString()
    expect(change(file)).not.toBe(file)
    expect(await verdictOf(change(file))).toEqual({ code: 1, text: expect.stringContaining(why) })
  })

  test('with a filter it is a part, and taken for one where that is said', async () => {
    await act(3)
    const { id } = await of.made({ of: 'audit', format, filter: { area: 'jobs' } })
    const file = await of.download(id)
    expect(await verdictOf(file)).toMatchObject({ code: 2 })
    expect(await verdictOf(file, ['--partial'])).toMatchObject({ code: 0 })
    const none = await of.made({ of: 'audit', format, filter: { area: 'nothing' } })
    expect(await verdictOf(await of.download(none.id), ['--partial'])).toMatchObject({ code: 0 })
  })
})

function withoutThird(text: string): string {
  const [third] = /(?<=\n)(3,|\{"id":"[^"]+","sequence":3,)[^\n]*\n/.exec(text)!
  return text.replace(third, '')
}

test('one that an older release has begun, which counted nothing, is begun anew', async () => {
  await act(1200)
  let hasForgotten = false
  const file = await stepByStep('csv', (place) => {
    if (hasForgotten || place.rows === 0) return place
    hasForgotten = true
    const { tally: _, ...older } = place
    return older
  })
  expect(hasForgotten).toBe(true)
  expect(await verdictOf(file)).toMatchObject({ code: 0 })
})
