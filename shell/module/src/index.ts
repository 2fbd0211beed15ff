export type * from './host.ts'
export { view, type LoadView } from './view.ts'
export { useModule, type ModuleContext } from './use-module.ts'
export { useViewState } from './use-view-state.ts'
export { useHold } from './use-hold.ts'
export { useLive, useLiveStatus, useTail } from './use-live.ts'
export {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
