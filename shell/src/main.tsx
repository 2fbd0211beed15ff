/** The shell: the first partner, which mounts modules by the same host as everybody else. */
import '@sonaqor/embed/runtime'
import { createClient } from '@sonaqor/contract/client'
import { openTransport } from '@sonaqor/embed/host'
import { whenIdle } from '@sonaqor/module/when-idle'
import { declareFonts } from '@sonaqor/ui/fonts'
import { createRoot } from 'react-dom/client'
import { linkPart } from './links/link-part.ts'
import { openFurtherLinks, takeLink } from './links/link.ts'
import { createMemberSession } from './session/member-session.ts'
import { openTabs } from './session/tabs.ts'
import { Shell } from './shell.tsx'
import { companyPart } from './sign-in/company-part.ts'
import { takeCompanyWay } from './sign-in/company-way.ts'
import { signInPart, wasSignedIn } from './sign-in/sign-in-part.ts'
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
  fetchDoor()
  // To whoever signs in it comes while they type; who is signed in already has it asked for at once.
  whenIdle(() => void loadSignedIn())
}

/** What a stranger is going to see comes while it is found out whether anybody is signed in. */
function fetchDoor(): void {
  if (link) void linkPart.load()
  else if (company) void companyPart.load()
  else if (!wasSignedIn()) void signInPart.load()
}
