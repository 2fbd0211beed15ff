import { roles, scopes, scopesOf } from '@sonaqor/contract/access'
import type { ExplainedReason } from '@sonaqor/contract/explanation'
import { expect, jest, test } from '@jest/globals'
import type { ModuleContext } from '@sonaqor/module'
import { Surface } from '@sonaqor/ui'
import { sayIn } from '@sonaqor/ui/texts'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { differenceOf } from './levels.ts'
import { PermissionMatrix } from './permission-matrix.tsx'
import { reasonIn } from '../acts/reasons.ts'
import { scopeWords } from './scope-words.ts'
import { dana } from '../testing/people.ts'
import { openDrawer, showTeam } from '../testing/show-team-page.tsx'

type Team = ModuleContext['api']['team']
const say = sayIn('en')

test('TM-4: the matrix has each scope of the table once, with yes for the roles that hold it', () => {
  render(
    <Surface locale="en">
      <PermissionMatrix onClose={() => undefined} />
    </Surface>,
  )
  for (const scope of scopes) expect(screen.getAllByText(scope)).toHaveLength(1)
  const rows = screen.getAllByRole('row').slice(1)
  for (const row of rows) {
    const scope = scopes.find((one) => within(row).queryByText(one))!
    const held = within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent.endsWith('Yes'))
    expect({ scope, held }).toEqual({
      scope,
      held: roles.map((role) => scopesOf(role).includes(scope)),
    })
  }
})

test('TM-4: every scope of the table has words', () => {
  expect(scopes.filter((scope) => !scopeWords[scope])).toEqual([])
})

test('TM-2: what is gained and lost is the difference of the two columns', () => {
  for (const from of roles) {
    for (const to of roles) {
      const { gained, lost } = differenceOf(from, to)
      const after = new Set([...scopesOf(from), ...gained].filter((scope) => !lost.includes(scope)))
      expect(after).toEqual(new Set(scopesOf(to)))
    }
  }
})

test('TM-5: why somebody may not is told in the order in which it was asked', async () => {
  const explain = jest.fn<Team['explain']>(() =>
    Promise.resolve({
      memberId: dana.id,
      operation: 'team.remove',
      scope: 'team:write',
      allowed: false,
      reasons: [
        { code: 'state', holds: true },
        {
          code: 'role',
          holds: false,
          role: 'developer',
          scope: 'team:write',
          roles: ['owner', 'admin'],
        },
      ],
    }),
  )
  showTeam({ api: { team: { explain } } })
  const drawer = await openDrawer('Dana Whitlock')
  await userEvent.click(await drawer.findByRole('tab', { name: 'What may they do?' }))
  await userEvent.type(drawer.getByRole('combobox'), 'team.remove')
  await userEvent.click(await screen.findByRole('option', { name: /^team\.remove/ }))
  expect(await drawer.findByText('No, Dana Whitlock may not do this')).toBeTruthy()
  expect(drawer.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Their membership is active.',
    'The role Developer does not include team:write. These roles do: Owner, Admin.',
  ])
  expect(explain).toHaveBeenCalledWith({
    params: { id: dana.id },
    query: { operation: 'team.remove' },
  })
})

test('TM-5: a scope is asked for by what it allows', async () => {
  const explain = jest.fn<Team['explain']>(() =>
    Promise.resolve({
      memberId: dana.id,
      operation: null,
      scope: 'keys:write',
      allowed: true,
      reasons: [{ code: 'role', holds: true, role: 'developer', scope: 'keys:write' }],
    }),
  )
  showTeam({ api: { team: { explain } } })
  const drawer = await openDrawer('Dana Whitlock')
  await userEvent.click(await drawer.findByRole('tab', { name: 'What may they do?' }))
  await userEvent.type(drawer.getByRole('combobox'), 'revoke')
  await userEvent.click(await screen.findByRole('option', { name: /^Issue and revoke API keys/ }))
  expect(await drawer.findByText('Yes, Dana Whitlock may do this')).toBeTruthy()
  expect(drawer.getByText('The role Developer includes keys:write.')).toBeTruthy()
})

test('TM-5: every reason is a sentence, whether it holds or not, and a younger one its code', () => {
  const codes: readonly ExplainedReason['code'][] = [
    'state',
    'open-to-all',
    'any-member',
    'kind',
    'role',
    'compliance',
    'second-factor-policy',
    'step-up',
  ]
  for (const code of codes) {
    for (const holds of [true, false]) {
      expect(reasonIn(say, { code, holds, role: 'viewer', scope: 'sar:read', roles: [] })).toMatch(
        /^[A-Zs].+\.$/,
      )
    }
  }
  expect(reasonIn(say, { code: 'younger' as 'kind', holds: true })).toBe('younger')
})
