import { expect, test } from '@jest/globals'
import { Transaction } from '../database/index.ts'
import type { Scope } from '../scope/index.ts'
import { requireOpenTenant, tenantThere } from './index.ts'

const member = { kind: 'member', tenantId: 'acme' } as const

/** A scope that counts how often it is asked, and knows of a suspended tenant. */
function scopeThat(suspended_because: string | null) {
  let asked = 0
  const first = async () => {
    asked += 1
    return { id: 'acme', suspended_because }
  }
  const scope = { principal: member, db: () => ({ where: () => ({ first }) }) }
  return { scope: scope as unknown as Scope, asked: () => asked }
}

test('PA-1 whether a tenant is open is told in the message that opens the request, and in none of its own', async () => {
  const heard: string[] = []
  const told = [{ id: 'acme', suspended_because: null }]
  const client = {
    release: () => undefined,
    query: async (text: string) => {
      heard.push(text)
      return [{ rows: [] }, { rows: [{ key: 1 }] }, { rows: told }]
    },
  }
  const pool = { connect: async () => client }
  const transaction = new Transaction(pool as never, { readOnly: true, along: tenantThere })
  expect(await transaction.through('directory.open_key', ['x'])).toEqual([{ key: 1 }])
  expect(heard).toHaveLength(1)
  expect(transaction.told).toEqual(told)

  const { scope, asked } = scopeThat('Unpaid')
  await requireOpenTenant(scope, member, transaction.told)
  expect(asked()).toBe(0)
})

test('PA-1 what was told of no tenant or of another opens nothing: it is asked', async () => {
  for (const told of [[], [{ id: 'other', suspended_because: null }]]) {
    const { scope, asked } = scopeThat('Unpaid')
    await expect(requireOpenTenant(scope, member, told)).rejects.toThrow('suspended')
    expect(asked()).toBe(1)
  }
  const told = [{ id: 'acme', suspended_because: 'Unpaid' }]
  await expect(requireOpenTenant(scopeThat(null).scope, member, told)).rejects.toThrow('Unpaid')
})
