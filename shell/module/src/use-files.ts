import { createFiles, type Files } from '@sonaqor/contract/client'
import { useMemo } from 'react'
import { useModule } from './use-module.ts'

/**
 * The operations of the API that answer with a file, each with its `Response`, whose body is read as it
 * comes: `useFiles().audit.export({ query })`. A refusal rejects with a `ProblemError`.
 */
export function useFiles(): Files {
  const { request } = useModule()
  return useMemo(() => createFiles(request), [request])
}
