import { Permitted } from '@sonaqor/module'
import { adopt, Page, useText } from '@sonaqor/ui'
import { SecondFactorSection } from './second-factor-section.tsx'
import sheet from './security.css'
import { SsoSection } from './sso-section.tsx'
import * as texts from './texts/en.ts'

adopt(sheet)

/** How the members of a tenant prove who they are. */
export default function SecurityPage() {
  const say = useText()
  const words = {
    title: say(texts.signInAndSecurity),
    purpose: say(texts.signInAndSecurityPurpose),
  }
  return (
    <Permitted scope="security:read" to={say(texts.seeSecurity)} page={words}>
      <Page {...words}>
        <div className="sq-security">
          <SecondFactorSection />
          <SsoSection />
        </div>
      </Page>
    </Permitted>
  )
}
