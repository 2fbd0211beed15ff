import { useModule, useQuery } from '@sonaqor/module'

/** One logged request in full. What was logged never changes, so that it is read once. */
export function useLogEntry(id: string) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['log-entry', id],
    queryFn: () => api.logs.show({ params: { id } }),
    staleTime: Infinity,
  })
}
