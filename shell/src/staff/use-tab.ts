import { useInAddress } from './use-in-address.ts'

/**
 * Which of the tabs is open, as the address has it: a reload stays there, and the way back leads there.
 * The first one needs no word, and stands in for what this person does not have.
 */
export function useTab<Id extends string>(ids: readonly [Id, ...Id[]]) {
  const [wanted, ask] = useInAddress('tab')
  const [first] = ids
  const open = ids.find((id) => id === wanted) ?? first
  return [open, (id: Id) => ask(id === first ? '' : id)] as const
}
