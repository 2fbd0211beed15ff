import type { DemoPerson } from '@sonaqor/contract/demo'
import { Button, useText } from '@sonaqor/ui'
import type { Credentials } from '../session/member-session.ts'
import * as texts from '../texts/en.ts'

interface DemoPeopleProps {
  readonly people: ReadonlyMap<string, readonly DemoPerson[]>
  readonly busy: boolean
  readonly onChoose: (credentials: Credentials, code?: string) => void
}

/** Everybody of the demo, a press away: each role of each tenant. */
export function DemoPeople({ people, busy, onChoose }: DemoPeopleProps) {
  const say = useText()
  return (
    <section className="sq-demo" aria-labelledby="demo-title">
      <h2 id="demo-title" className="sq-demo-title">
        {say(texts.demoPeople)}
      </h2>
      {[...people].map(([tenant, members]) => (
        <fieldset key={tenant} className="sq-demo-tenant">
          <legend className="sq-demo-name">{tenant}</legend>
          <div className="sq-demo-members">
            {members.map((person) => (
              <Person
                key={person.email}
                person={person}
                busy={busy}
                onChoose={() =>
                  onChoose({ email: person.email, password: person.password }, codeOf(person))
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}

interface PersonProps {
  readonly person: DemoPerson
  readonly busy: boolean
  readonly onChoose: () => void
}

function Person({ person: { name, role }, busy, onChoose }: PersonProps) {
  const say = useText()
  return (
    <Button busy={busy} onClick={onChoose}>
      <span className="sq-demo-person">
        <span className="sq-demo-person-name">
          {name}
          <span className="sq-unseen">,</span>
        </span>{' '}
        <span className="sq-demo-role">{say(texts.roleInSentence, { role })}</span>
      </span>
    </Button>
  )
}

/** Whoever has a second factor in the demo brings what it shows; older servers know of none. */
function codeOf(person: DemoPerson & { readonly code?: string | undefined }): string | undefined {
  return person.code
}
