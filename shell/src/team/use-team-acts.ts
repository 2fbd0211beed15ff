import type { TeamMember } from '@sonaqor/contract/team'
import { useModule } from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { actsOn, calledOf, type Act, type ActName } from './team-acts.ts'
import * as texts from './texts/en.ts'
import { useIsOneOwner } from './use-team.ts'
import { useResend, useResume } from './use-team-writes.ts'

/** The question that stands before an act. */
export interface Asking {
  readonly act: ActName
  readonly member: TeamMember
}

export interface TeamActs {
  readonly of: (member: TeamMember) => readonly Act[]
  readonly begin: (act: ActName, member: TeamMember) => void
}

/** What can be done with the people of the team, and the question that stands before it. */
export function useTeamActs() {
  const { can } = useModule()
  const isOneOwner = useIsOneOwner()
  const [asking, ask] = useState<Asking>()
  const now = useActsAtOnce()
  const acts: TeamActs = {
    of: (member) => actsOn(member, { can, isOneOwner }),
    begin(act, member) {
      if (act === 'resume' || act === 'resend') now[act](member)
      else ask({ act, member })
    },
  }
  return { acts, asking, finish: () => ask(undefined) }
}

/** What hurts nobody is done without a question, and said in passing. */
function useActsAtOnce() {
  const say = useText()
  const toast = useToast()
  const resume = useResume()
  const resend = useResend()
  const failed = (title: string) => (error: unknown) =>
    toast({ tone: 'danger', title, detail: failureOf(error, say).reason })
  return {
    resume(member: TeamMember) {
      const name = calledOf(member)
      resume.mutate(member, {
        onSuccess: () => toast({ tone: 'success', title: say(texts.wasResumed, { name }) }),
        onError: failed(say(texts.notResumed, { name })),
      })
    },
    resend(member: TeamMember) {
      const { email } = member.person
      resend.mutate(member, {
        onSuccess: () =>
          toast({
            tone: 'success',
            title: say(texts.wasResent, { email }),
            detail: say(texts.oldLinkIsDead),
          }),
        onError: failed(say(texts.notResent, { email })),
      })
    },
  }
}
