import { useQueryClient } from './reading/use-store.ts'

/**
 * Asks again for all that is in view of some areas, by the first words of their queries' keys:
 * `useReadAgain('projects', 'apps')`. What it resolves to says nothing but that they were read.
 */
export function useReadAgain(...areas: readonly string[]): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => Promise.all(areas.map((area) => queries.invalidateQueries({ queryKey: [area] })))
}
