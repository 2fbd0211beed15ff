/** LG-6 LG-8: the logged requests of a filter as a document: what it is in front, its lines behind. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { pdfRowsMax } from '@sonaqor/contract/exports'
import { writeLines } from '../../testing/log-lines.ts'
import { refusalOf } from '../../testing/partner.ts'
import { closed, ExportWorld, sha256 } from '../../testing/export-world.ts'
import { pagesIn } from '../../testing/pdf-pages.ts'

let of: ExportWorld

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

const from = new Date(Date.now() - 5 * 3_600_000)

async function written(count: number) {
  const { id: keyId, appId, prefix: keyPrefix } = await of.tenant.key()
  const whose = { tenantId: of.tenant.id, appId, keyId, keyPrefix }
  await writeLines(of.world, { ...whose, count, from, everyMs: 1000 })
}

describe('what is refused', () => {
  test('LG-6 more lines than paper holds: before it starts, and with what holds them', async () => {
    await written(pdfRowsMax + 1)
    const start = of.api.exports.start({ body: { of: 'logs', format: 'pdf' } })
    expect(await refusalOf(start)).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/10000 rows.*CSV or NDJSON/),
      errors: [{ pointer: '#/format' }],
    })
    const size = await of.api.exports.measure({ body: { of: 'logs', filter: { q: 'path:/v1*' } } })
    expect(size.rows).toBeGreaterThan(8000)
    expect(size.isAtLeast).toBe(false)
  })
})

describe('what happens', () => {
  test('LG-6 LG-8 it holds the lines of the filter, and says what they are and how to check it', async () => {
    await written(400)
    const filter = { q: 'status:5xx', from: from.toISOString(), to: new Date().toISOString() }
    const lines = await of.made({ of: 'logs', format: 'jsonl', filter })
    const ndjson = await of.download(lines.id)
    const { id, file } = await of.made({ of: 'logs', format: 'pdf', filter })
    const pdf = await of.download(id)
    expect(file).toMatchObject({ bytes: pdf.length, sha256: sha256(pdf) })
    expect(file!.fileName).toMatch(/^logs-.*\.pdf$/)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.subarray(-6).toString()).toContain('%%EOF')
    const manifest = await of.api.exports.show({ params: { id } })
    expect(manifest).toMatchObject({ rows: lines.done, linesSha256: sha256(ndjson) })
    const [cover = '', ...pages] = pagesIn(pdf)
    expect(cover).toContain(of.tenant.id)
    expect(cover).toContain('Query: status:5xx')
    expect(cover).toContain(sha256(ndjson))
    expect(cover).toContain(`GET /v1/exports/${id}`)
    expect(cover).toContain(`Page 1 of ${pages.length + 1}`)
    const requests = ndjson
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { requestId: string }).requestId)
    const onPaper = pages.join('\n').match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/gm)
    expect(onPaper).toEqual(requests)
    expect(pages.at(-1)).toContain(`Page ${pages.length + 1} of ${pages.length + 1}`)
  })

  test('LG-6 in the language that is asked for, with letters of Europe and others by their number', async () => {
    await written(3)
    await of.world.db.query(`update tenants set name = 'Łódź 東京' where id = $1`, [of.tenant.id])
    const { id } = await of.made({ of: 'logs', format: 'pdf', language: 'de' })
    const pdf = await of.download(id)
    expect(pagesIn(pdf)[0]).toContain('Anfrageprotokoll')
    expect(pdf.toString('latin1')).toContain('DejaVuSansMono')
  })

  test('XC-4 of the audit log, whose lines are those that its manifest speaks of', async () => {
    await of.tenant.key({ label: 'For the till' })
    const filter = { area: 'keys' } as const
    const lines = closed(
      await of.download((await of.made({ of: 'audit', format: 'jsonl', filter })).id),
    )
    const { id } = await of.made({ of: 'audit', format: 'pdf', filter })
    const [cover = '', page = ''] = pagesIn(await of.download(id))
    expect(cover).toMatch(/^Audit log\n/)
    expect(cover).toContain('Area: keys')
    expect(cover).toContain(sha256(lines.body))
    expect(page).toContain('keys.issued')
    expect(await of.api.exports.show({ params: { id } })).toMatchObject({
      rows: 1,
      linesSha256: sha256(lines.body),
    })
  })

  test('LG-8 it lies in pieces as all exports do, and no line is left behind', async () => {
    await written(2500)
    const { id, file } = await of.made({ of: 'logs', format: 'pdf' })
    const { rows } = await of.world.db.query<{ pieces: number; bytes: number; files: number }>(
      `select count(*)::integer as pieces, sum(bytes)::integer as bytes,
         (select count(*)::integer from files where tenant_id = $1
          and content_type like '%octet-stream') as files
       from export_pieces where job_id = $2`,
      [of.tenant.id, id],
    )
    expect(rows[0]!.bytes).toBe(file!.bytes)
    expect(rows[0]!.files).toBe(rows[0]!.pieces)
    expect(sha256(await of.download(id))).toBe(file!.sha256)
  })
})
