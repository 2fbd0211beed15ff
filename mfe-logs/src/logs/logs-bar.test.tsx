import { keys } from '@sonaqor/storybook/fixtures/keys'
import { logDetailOf, logEntries } from '@sonaqor/storybook/fixtures/logs'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { expect, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { pageOver } from '../testing/show-logs-page.tsx'

const showPage = pageOver({ entries: logEntries, detailOf: logDetailOf })

test('LG-2: keys that are over come last to choose from, and say so', async () => {
  const [active, other, expired, revoked] = keys
  const mixed = [revoked!, active!, expired!, other!]
  showPage({
    scopes: ['logs:read', 'keys:read'],
    api: { keys: { list: () => pageWith(mixed) } },
  })
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Key' })
  expect(Array.from(choice.options, ({ text }) => text).slice(1, -1)).toEqual([
    'Checkout server (sq_test_9fK2…x7Qz)',
    'Abrechnungsdienst der Zahlungsverkehrsabteilung (sq_live_Tb4w…Lm0e)',
    'Old importer (sq_test_Zz31…p4Pd, revoked)',
    'Laptop of Raja (sq_test_c0Rn…8vvA, expired)',
  ])
})
