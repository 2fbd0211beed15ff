import { useParts } from '@sonaqor/module'

/** Where it is told what scopes open, once that has come; without it a form is as good as before. */
export function ReachPlace({ scopes }: { readonly scopes: readonly string[] }) {
  const { parts } = useParts(
    () => import('./reach-parts.ts'),
    scopes.length > 0,
    () => undefined,
  )
  return parts && <parts.Reach scopes={scopes} />
}
