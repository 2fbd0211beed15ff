import { useModule, usePages } from '@sonaqor/module'

/** What was done to the team, the newest first. */
export function useTeamLog() {
  const { api } = useModule()
  return usePages(['team', 'history'], (cursor) => api.team.history({ query: { cursor } }))
}

/** What a member did and what was done to them, the newest first. */
export function useActivity(id: string) {
  const { api } = useModule()
  return usePages(['team', 'activity', id], (cursor) =>
    api.team.activity({ params: { id }, query: { cursor } }),
  )
}
