import { useReading } from '../identity/use-reading.ts'
import type { StaffApi } from './staff-api.ts'

/** What module teams ship. */
export const useModules = ({ staff }: StaffApi) =>
  useReading(async () => (await staff.modules()).data)
