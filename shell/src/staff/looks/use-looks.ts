import type { Look } from '@sonaqor/contract/staff'
import { useReading } from '../../identity/use-reading.ts'
import { useWriting } from '../../identity/use-writing.ts'
import type { StaffApi } from '../staff-api.ts'
import { useKeptAsking } from '../use-kept-asking.ts'

/** What is asked for and running, and the two things that can be done with it. */
export function useLooks({ staff }: StaffApi, onEnter: (look: Look) => void) {
  const looks = useReading(async () => (await staff.looks()).data)
  // What a tenant answers is seen without a press.
  useKeptAsking(looks.refetch)
  const entering = useWriting((id: string) => staff.enterLook({ params: { id } }), onEnter)
  const ending = useWriting((id: string) => staff.endLook({ params: { id } }), looks.refetch)
  return { looks, entering, ending }
}

/** Goes on with a look that is running, by its next token. */
export const enterAgain =
  ({ staff }: StaffApi, look: Look) =>
  (): Promise<Look> =>
    staff.enterLook({ params: { id: look.access.id } })

/** Whether the tenant lets it go on at this moment. Nothing of it stands in a log, unlike entering again. */
export const stillRuns =
  ({ staff }: StaffApi, look: Look) =>
  async (): Promise<boolean> => {
    const { data } = await staff.looks()
    return data.some(({ access: { id, state } }) => id === look.access.id && state === 'running')
  }
