import { auditEntries } from '@sonaqor/storybook/fixtures/audit'
import type { Transport } from '@sonaqor/contract/client'
import { memoryViewState } from '@sonaqor/module/testing'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createHash } from 'node:crypto'
import { TextDecoder } from 'node:util'
import { dialog, press, showPage } from './testing/show-audit-page.tsx'

Object.assign(globalThis, { TextDecoder })

const saved: { readonly name: string; readonly size: number }[] = []
const blobs = new Map<string, Blob>()

beforeEach(() => {
  saved.length = 0
  blobs.clear()
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`
    blobs.set(url, blob as Blob)
    return url
  }
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = function click() {
    saved.push({ name: this.download, size: blobs.get(this.href)?.size ?? 0 })
  }
})

const body = auditEntries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
const manifest = (whole = true) => {
  const sha256 = createHash('sha256').update(body).digest('hex')
  return `${JSON.stringify({ manifest: { entries: auditEntries.length, whole, sha256 } })}\n`
}

/** A file that comes as it is told to. */
function fileInTransit() {
  const waiting: PromiseWithResolvers<ReadableStreamReadResult<Uint8Array>>[] = []
  const given: ReadableStreamReadResult<Uint8Array>[] = []
  const cancelled = jest.fn(() => Promise.resolve())
  const give = (result: ReadableStreamReadResult<Uint8Array>) =>
    act(async () => {
      const next = waiting.shift()
      if (next) next.resolve(result)
      else given.push(result)
      await new Promise((done) => setTimeout(done, 0))
    })
  const response = {
    ok: true,
    headers: new Map([
      ['content-disposition', 'attachment; filename="audit-log-2026-11-21.jsonl"'],
      ['content-type', 'application/jsonl'],
    ]),
    body: {
      getReader: () => ({
        read() {
          const ready = given.shift()
          if (ready) return Promise.resolve(ready)
          const next = Promise.withResolvers<ReadableStreamReadResult<Uint8Array>>()
          waiting.push(next)
          return next.promise
        },
        cancel: cancelled,
      }),
    },
  }
  return {
    response,
    cancelled,
    send: (text: string) => give({ done: false, value: Uint8Array.from(Buffer.from(text)) }),
    end: () => give({ done: true, value: undefined }),
    breakOff: () =>
      act(async () => {
        waiting.shift()?.reject(new TypeError('network error'))
        await new Promise((done) => setTimeout(done, 0))
      }),
  }
}

async function openExport(state: Readonly<Record<string, string>> = {}) {
  const file = fileInTransit()
  const request = jest.fn<Transport>(() => Promise.resolve({ status: 200, body: file.response }))
  showPage({ request, viewState: memoryViewState(state) })
  await press('Export…')
  return { ...file, request, shown: await dialog('Export the audit log') }
}

test('XC-4: a file is called complete, and saved, once its bytes are those of its manifest', async () => {
  const { shown, request, send, end } = await openExport()
  await press('Export')
  expect(request.mock.calls[0]![0]).toMatchObject({ path: '/v1/audit/export?format=jsonl' })
  await send(body)
  expect(await shown.findByText(/7 of 4,217 entries|6 of 4,217 entries/)).toBeTruthy()
  await send(manifest())
  expect(saved).toEqual([])
  await end()
  expect(await shown.findByText('The export is complete')).toBeTruthy()
  expect(shown.getByText(/^audit-log-2026-11-21.jsonl holds 7 entries/)).toBeTruthy()
  expect(shown.getByText(/stand-alone verifier takes it/)).toBeTruthy()
  expect(saved).toEqual([
    { name: 'audit-log-2026-11-21.jsonl', size: Buffer.byteLength(body + manifest()) },
  ])
})

test('XC-4: a file that was cut at the end of a line is not called whole, and not saved', async () => {
  const { shown, send, end } = await openExport()
  await press('Export')
  await send(body)
  await end()
  expect(await shown.findByText('The file is cut short, so it was not saved')).toBeTruthy()
  expect(shown.queryByText('The export is complete')).toBeNull()
  expect(saved).toEqual([])
})

test('XC-4: a file whose connection broke is not called whole, and can be asked for again', async () => {
  const { shown, request, send, breakOff } = await openExport()
  await press('Export')
  await send(body)
  await breakOff()
  expect(await shown.findByText('The file is cut short, so it was not saved')).toBeTruthy()
  await press('Try again')
  expect(request).toHaveBeenCalledTimes(2)
  expect(saved).toEqual([])
})

test('XC-4: a file that was changed on its way is not saved', async () => {
  const { shown, send, end } = await openExport()
  await press('Export')
  await send(body.replace('Dana', 'Dora'))
  await send(manifest())
  await end()
  expect(await shown.findByText('The file is not what was sent, so it was not saved')).toBeTruthy()
  expect(saved).toEqual([])
})

test('XC-4: an export takes over the filter, and says that it is an extract', async () => {
  const { shown, request, send, end } = await openExport({ area: 'keys', kind: 'member' })
  await userEvent.click(shown.getByRole('radio', { name: 'CSV' }))
  await press('Export')
  expect(request.mock.calls[0]![0].path).toBe(
    '/v1/audit/export?area=keys&actorKind=member&format=csv',
  )
  await send(body)
  await send(manifest(false))
  await end()
  expect(await shown.findByText(/It is an extract/)).toBeTruthy()
})

test('XC-4: whoever has filtered can still take the whole log', async () => {
  const { shown, request } = await openExport({ area: 'keys' })
  await userEvent.click(shown.getByRole('radio', { name: 'The whole log' }))
  await press('Export')
  expect(request.mock.calls[0]![0].path).toBe('/v1/audit/export?format=jsonl')
})

test('XC-4: an export that is stopped stops the file, and saves nothing', async () => {
  const { shown, send, cancelled } = await openExport()
  await press('Export')
  await send(body)
  await userEvent.click(shown.getByRole('button', { name: 'Cancel' }))
  expect(cancelled).toHaveBeenCalled()
  expect(screen.getByRole('radio', { name: 'JSONL' })).toBeTruthy()
  expect(saved).toEqual([])
})

test('XC-8: a refusal is told in the words of the API', async () => {
  const problem = {
    status: 429,
    code: 'rate-limited',
    title: 'Too many requests',
    detail: 'Slow down.',
  }
  showPage({ request: () => Promise.resolve({ status: 429, body: problem }) })
  await press('Export…')
  await press('Export')
  expect(await screen.findByText('The export did not come')).toBeTruthy()
})
