import { createStaffClient } from '@sonaqor/contract/staff-client'
import { openTransport } from '@sonaqor/embed/host'
import { createRoot } from 'react-dom/client'
import { StaffConsole } from './staff-console.tsx'
import { openDesk } from './staff-desk.ts'

/** Draws the console over the whole page, or what the link of a mail opens there. */
export function drawConsole(root: Element, tenantsOrigin: string): void {
  const api = createStaffClient(openTransport(location.origin))
  const link = takeToken()
  createRoot(root).render(<StaffConsole {...{ api, openDesk, tenantsOrigin, link }} />)
  // Where the page stands already, its link changes the fragment alone.
  window.addEventListener('hashchange', () => location.hash && location.reload())
}

/** It works once, and stays in memory alone. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1)
  if (token) history.replaceState(history.state, '', location.pathname)
  return token || undefined
}
