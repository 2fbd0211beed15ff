import type { Look } from '@sonaqor/contract/staff'
import { useReading } from '../identity/use-reading.ts'
import { useWriting } from '../identity/use-writing.ts'
import type { StaffApi } from './staff-api.ts'

/** What is asked for and running, and the two things that can be done with it. */
export function useLooks({ staff }: StaffApi, onEnter: (look: Look) => void) {
  const looks = useReading(async () => (await staff.looks()).data)
  const entering = useWriting((id: string) => staff.enterLook({ params: { id } }), onEnter)
  const ending = useWriting((id: string) => staff.endLook({ params: { id } }), looks.refetch)
  return { looks, entering, ending }
}

/** Goes on with a look that is running, by its next token. */
export const enterAgain =
  ({ staff }: StaffApi, look: Look) =>
  (): Promise<Look> =>
    staff.enterLook({ params: { id: look.access.id } })
