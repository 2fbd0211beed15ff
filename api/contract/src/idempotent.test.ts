/**
 * XC-8: whoever writes may send it again with an `Idempotency-Key`, and it is done once. The endpoints are
 * found in the contract: a new one that takes no key fails here by its name.
 */
import { describe, expect, test } from '@jest/globals'
import { contract } from './contract.ts'
import type { Area, Endpoint } from './endpoint.ts'

/** Whose calls are kept by no key, and why that is right. */
const withoutKey: Readonly<Record<string, string>> = {
  public: 'comes from nobody whose answer could be kept for them',
  member:
    'is of one person, in a page of ours that shows what became of it; most can be repeated as they are',
  embed: 'ends the session that it is asked with, and a second time finds it ended',
  staff: 'publishes a version that is there once, whoever sends it how often',
  'staff-session': 'belongs to no tenant, in which an answer is kept',
}

/** Those that a key or a member with a scope may call. */
const exceptions: Readonly<Record<string, string>> = {
  'keys.check': 'changes nothing, and of the pasted key nothing is kept, not even sealed',
  'logs.tryRedaction': 'shows how a sample would be kept, and keeps nothing of it',
  'exports.measure': 'counts what an export would hold, and changes nothing',
  'webhooks.showSecret': 'shows what there is, and every look stands in the audit log',
  'webhooks.sendTest': 'is sent as often as it is asked for, and says each time what was answered',
  'webhooks.simulate': 'sends and keeps nothing',
  'webhooks.debugSignature': 'looks at what is sent in, and keeps nothing of it',
  'webhooks.previewReplay': 'counts what a replay would send, and changes nothing',
  'webhookInbox.noteForward': 'writes over what was noted before, and the same twice is the same',
}

const writes = Object.entries<Area>(contract).flatMap(([area, endpoints]) =>
  Object.entries(endpoints)
    .filter(([, { method }]) => method !== 'GET')
    .map(([verb, endpoint]) => [`${area}.${verb}`, endpoint] as const),
)

/** A scope has a colon; all else says what kind of caller it is. */
const isByScope = ({ options: { access, at } }: Endpoint) => access.includes(':') && at !== 'staff'

describe.each(writes.filter(([, endpoint]) => isByScope(endpoint)))('XC-8 %s', (name, endpoint) => {
  test('is done once for each Idempotency-Key, or says why not', () => {
    expect(endpoint.options.idempotent ?? false).toBe(!(name in exceptions))
  })
})

test('XC-8 whoever else may write is left out for a reason', () => {
  const others = writes.filter(([, endpoint]) => !isByScope(endpoint))
  const strange = others.filter(
    ([, { options }]) => options.at !== 'staff' && !(options.access in withoutKey),
  )
  expect(strange.map(([name]) => name)).toEqual([])
})

test('XC-8 what is sent while it is read is asked for by a GET, for no key could keep it', () => {
  const streaming = writes.filter(([, { options }]) => options.streams)
  expect(streaming.map(([name]) => name)).toEqual([])
})

test('XC-8 every exception is an operation that there is', () => {
  const names = new Set<string>(writes.map(([name]) => name))
  expect(Object.keys(exceptions).filter((name) => !names.has(name))).toEqual([])
})
