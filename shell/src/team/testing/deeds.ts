import type { TeamDeed } from '@sonaqor/contract/team'
import { ago, hourMs } from '@sonaqor/storybook/fixtures/time'
import { clara } from './people.ts'

let count = 0

/** An entry of the audit log about the team. */
export function deedOf(change: Partial<TeamDeed>): TeamDeed {
  count += 1
  return {
    id: `e${count}`,
    sequence: count,
    at: ago(count * hourMs),
    actor: { kind: 'member', id: clara.id, name: clara.person.name },
    action: 'team.role-changed',
    target: null,
    environment: null,
    ip: null,
    userAgent: null,
    requestId: null,
    before: null,
    after: null,
    previousHash: '',
    hash: '',
    about: null,
    ...change,
  }
}
