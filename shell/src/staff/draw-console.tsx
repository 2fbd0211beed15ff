import { createStaffClient } from '@sonaqor/contract/staff-client'
import { openTransport } from '@sonaqor/embed/host'
import { createRoot } from 'react-dom/client'
import { StaffConsole } from './staff-console.tsx'
import { openDesk } from './staff-desk.ts'

/** Draws the console over the whole page. */
export function drawConsole(root: Element, tenantsOrigin: string): void {
  const api = createStaffClient(openTransport(location.origin))
  createRoot(root).render(<StaffConsole {...{ api, openDesk, tenantsOrigin }} />)
}
