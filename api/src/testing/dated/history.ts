/**
 * A past that the API never had: ours has one version, and this is what holds the machinery to its word.
 * Three versions of the whole house, with a break of each kind between them.
 */
import { apiHistory, createHistory, type Change, type Fields } from '../../core/versions/index.ts'

const renamed = (from: string, to: string) => (fields: Fields) => {
  const { [from]: value, ...rest } = fields
  return value === undefined ? fields : { ...rest, [to]: value }
}

const appsHaveNames: Change = {
  id: 'apps-have-names',
  operations: {
    'apps.show': { reply: renamed('name', 'title') },
    'apps.update': {
      body: renamed('title', 'name'),
      reply: renamed('name', 'title'),
      refusal: (document) => ({
        ...document,
        errors: (document.errors ?? []).map(({ detail, pointer }) => ({
          detail,
          pointer: pointer.replace('#/name', '#/title'),
        })),
      }),
    },
    'apps.list': {
      query: ({ project, ...rest }) =>
        project === undefined ? rest : { ...rest, projectId: project },
    },
  },
}

const originsAreLists: Change = {
  id: 'origins-are-lists',
  operations: {
    'apps.show': {
      reply: ({ origins, ...app }) => ({ ...app, origins: (origins as string[]).join(' ') }),
    },
  },
}

export const first = '2025-01-10'
export const second = '2025-06-15'
/** The one that our clients were made for. */
export const third = apiHistory.newest.date

const told = ({ id, operations }: Change) => ({
  id,
  summary: `What ${id} means.`,
  operations: Object.keys(operations),
})

export const datedHistory = createHistory(
  [
    { date: first, changes: [], deprecated: { since: '2026-01-01', sunset: '2027-01-01' } },
    { date: second, changes: [told(appsHaveNames)] },
    { date: third, changes: [told(originsAreLists)] },
  ],
  [appsHaveNames, originsAreLists],
)
