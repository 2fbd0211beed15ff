/** The shell: the first partner, which mounts modules by the same host as everybody else. */
import '@sonaqor/embed/runtime'
import { createClient } from '@sonaqor/contract/client'
import { openTransport } from '@sonaqor/embed/host'
import { whenIdle } from '@sonaqor/module/when-idle'
import { declareFonts } from '@sonaqor/ui/fonts'
import { createRoot } from 'react-dom/client'
import { openFurtherLinks, takeLink } from './links/link.ts'
import { createMemberSession } from './session/member-session.ts'
import { openTabs } from './session/tabs.ts'
import { Shell } from './shell.tsx'
import { takeCompanyWay } from './sign-in/company-way.ts'
import { loadSignedIn } from './signed-in-part.ts'
import { openConsole, otherOrigin } from './staff/at-console.ts'

/** Before anything else sees the address. */
const link = takeLink(location, history)
const company = takeCompanyWay(location, history)
openFurtherLinks(window)
const root = document.getElementById('root')

/** The server says so in the page, so that nobody has to ask where there is none. */
const isDemo = document.querySelector('meta[name=sonaqor-demo]') !== null

declareFonts()
const other = otherOrigin(document)
if (root && other) void openConsole(root, other)
else if (root) openShell(root)

function openShell(place: Element): void {
  const api = createClient(openTransport(location.origin))
  const member = createMemberSession(api, openTabs())
  createRoot(place).render(
    <Shell api={api} member={member} isDemo={isDemo} {...{ link, company }} />,
  )
  window.addEventListener('online', () => {
    if (member.state().name === 'unreachable') void member.resume()
  })
  void member.resume()
  // To whoever signs in it comes while they type; who is signed in already has it asked for at once.
  whenIdle(() => void loadSignedIn())
}
