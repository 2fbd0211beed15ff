import type { TeamMember } from '@sonaqor/contract/team'
import type { FakeApi } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'

/** The team as the API answers it: narrowed as it was asked, and each by their id. */
export function apiOver(team: readonly TeamMember[], more: FakeApi = {}): FakeApi {
  return {
    ...more,
    team: {
      list: ({ query = {} } = {}) =>
        pageWith(
          team.filter(
            ({ role, state }) =>
              (!query.role || query.role === role) && (!query.state || query.state === state),
          ),
        ),
      show: ({ params: { id } }) => {
        const member = team.find((one) => one.id === id)
        return member ? Promise.resolve(member) : Promise.reject(new TypeError('gone'))
      },
      ...more.team,
    },
  }
}
