import { expect, test } from '@jest/globals'
import { firstCallWith } from './first-call.ts'

const now = new Date('2026-11-02T09:30:00Z')

test('KY-1: whoever has a key is told a request that it may make, and where to', () => {
  expect(firstCallWith(['keys:read', 'apps:read'], 'https://api.example', now)).toBe(
    'curl https://api.example/v1/apps \\\n  --header "Authorization: Bearer $SONAQOR_API_KEY"',
  )
  expect(firstCallWith(['transactions:ingest'], 'https://api.example', now)).toContain(
    '"occurredAt":"2026-11-02T09:30:00.000Z"',
  )
})

test('KY-1: a key that can ask nothing by itself is promised nothing', () => {
  expect(firstCallWith(['customers:read'], 'https://api.example', now)).toBeUndefined()
})
