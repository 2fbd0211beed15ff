import { adopt, useText } from '@sonaqor/ui'
import sheet from './account-nav.css'
import { accountTabs, pathOfTab, type AccountTab } from './account-paths.ts'
import { nameOfTab } from './tab-names.ts'
import * as texts from './texts/en.ts'

adopt(sheet)

/** The parts of the account. Each has an address, so they are links, and the way back leads through them. */
export function AccountNav({ tab: current }: { readonly tab: AccountTab }) {
  const say = useText()
  return (
    <nav aria-label={say(texts.partsOfAccount)}>
      <ul className="sq-account-nav">
        {accountTabs.map((tab) => (
          <li key={tab}>
            <a
              className="sq-account-nav-link"
              href={pathOfTab(tab)}
              aria-current={tab === current ? 'page' : undefined}
            >
              {say(nameOfTab[tab])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
