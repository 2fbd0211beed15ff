import type { StaffAct, StaffPerson } from '@sonaqor/contract/staff'
import { useListing } from '../../identity/use-listing.ts'
import { useReading } from '../../identity/use-reading.ts'
import { useWriting } from '../../identity/use-writing.ts'
import type { StaffApi } from '../staff-api.ts'

type NewPerson = Parameters<StaffApi['staff']['addPerson']>[0]['body']
type Change = Parameters<StaffApi['staff']['changePerson']>[0]['body']
export type Added = Awaited<ReturnType<StaffApi['staff']['addPerson']>>

/** Who of Sonaqor is staff. */
export const usePeople = ({ staff }: StaffApi) =>
  useReading(async () => (await staff.people()).data)

export const useAdding = ({ staff }: StaffApi, onAdded: (added: Added) => unknown) =>
  useWriting((body: NewPerson) => staff.addPerson({ body }), onAdded)

/** Refused where somebody has changed them since they were read. */
export const useChanging = (
  { staff }: StaffApi,
  { id, revision }: StaffPerson,
  onChanged: (changed: StaffPerson) => unknown,
) =>
  useWriting(
    (body: Change) => staff.changePerson({ params: { id }, body, ifMatch: revision }),
    onChanged,
  )

export const useSendingLink = ({ staff }: StaffApi, onSent: (to: StaffPerson) => unknown) =>
  useWriting(async (to: StaffPerson) => {
    await staff.sendLink({ params: { id: to.id } })
    return to
  }, onSent)

/** What staff did, newest first, page by page. */
export const useActs = ({ staff }: StaffApi) =>
  useListing<StaffAct>((query) => staff.acts({ query }))
