import { scopesOf } from '@sonaqor/contract/access'
import type { TeamDeed } from '@sonaqor/contract/team'
import { memoryViewState, type FakeApi, type FakeModuleOptions } from '@sonaqor/module/testing'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import TeamPage from './team-page.tsx'
import { ada, clara, dana, expired, invited, memberOf, people, peopleAs } from './testing/people.ts'
import { apiOver } from './testing/team-api.ts'
import { deedOf } from './testing/deeds.ts'
import { decidedReview, lines, reviewOf, signedReview } from '../reviews/testing/reviews.ts'
import { languages } from './texts/index.ts'

export default {
  title: 'Home/Team',
  component: TeamPage,
} satisfies Meta<typeof TeamPage>

type Story = StoryObj

const reviews: FakeApi['reviews'] = {
  list: () => pageWith([reviewOf(), signedReview]),
  show: ({ params }) => {
    const known = [reviewOf(), decidedReview, signedReview]
    return Promise.resolve(known.find(({ id }) => id === params.id) ?? reviewOf())
  },
  items: () => pageWith(lines),
}
const seen = (options: Omit<FakeModuleOptions, 'api'> = {}, api = apiOver(people, { reviews })) => [
  onModule({ scopes: scopesOf('owner'), ...options, api }),
]
const at = (state: Readonly<Record<string, string>>) => seen({ viewState: memoryViewState(state) })
const never = () => new Promise<never>(() => undefined)

export const Full: Story = { decorators: seen() }
export const AsAdmin: Story = {
  decorators: seen({ scopes: scopesOf('admin') }, apiOver(peopleAs(clara))),
}
export const AsViewer: Story = {
  decorators: seen({ scopes: scopesOf('viewer') }, apiOver(peopleAs(dana))),
}
export const Loading: Story = { decorators: seen({}, { team: { list: never } }) }
export const Failed: Story = {
  decorators: seen({}, { team: { list: () => Promise.reject(new TypeError('no answer')) } }),
}
export const NobodyMatches: Story = { decorators: seen({}, apiOver([])) }
export const NoPermission: Story = { decorators: seen({ scopes: [] }) }
export const UnbrokenNames: Story = {
  decorators: seen(
    {},
    apiOver([memberOf({ person: { name: unbroken, email: `${unbroken}@a.example` } }), invited]),
  ),
}
export const InGerman: Story = {
  loaders: [inGerman(languages)],
  decorators: [onSurface({ locale: 'de' }), ...seen({ locale: 'de' })],
}
export const OnAPhone: Story = { decorators: [onSurface({ widthPx: 328 }), ...seen()] }

export const Inviting: Story = { decorators: at({ open: 'invite' }) }
export const Permissions: Story = { decorators: at({ open: 'permissions' }) }
export const MemberOpened: Story = { decorators: at({ member: dana.id }) }
export const YourselfOpened: Story = { decorators: at({ member: ada.id }) }
export const InvitationOpened: Story = { decorators: at({ member: invited.id }) }
export const ExpiredInvitationOpened: Story = { decorators: at({ member: expired.id }) }
export const MemberThatIsGone: Story = { decorators: at({ member: 'gone' }) }

const deeds: readonly TeamDeed[] = [
  deedOf({ before: { role: 'viewer' }, after: { role: 'analyst' }, about: 'Dana Whitlock' }),
  deedOf({ action: 'team.suspended', about: 'Rufus Hale' }),
  deedOf({ action: 'team.invited', after: { role: 'admin' }, about: 'grace@northwind.example' }),
  deedOf({
    action: 'team.compliance-changed',
    after: { compliance: true },
    about: clara.person.name,
  }),
  deedOf({ action: 'team.factors-reset', about: unbroken }),
]
const logged = (history: NonNullable<FakeApi['team']>['history'], locale = 'en') =>
  seen(
    { viewState: memoryViewState({ tab: 'log' }), locale },
    apiOver(people, { team: { history } }),
  )
export const Log: Story = { decorators: logged(() => pageWith(deeds)) }
export const LogOnAPhone: Story = {
  loaders: [inGerman(languages)],
  decorators: [onSurface({ widthPx: 328, locale: 'de' }), ...logged(() => pageWith(deeds), 'de')],
}
export const EmptyLog: Story = { decorators: logged(() => pageWith([])) }
export const LoadingLog: Story = { decorators: logged(never) }
export const FailedLog: Story = {
  decorators: logged(() => Promise.reject(new TypeError('no answer'))),
}

export const Reviews: Story = { decorators: at({ tab: 'reviews' }) }
export const NoReviews: Story = {
  decorators: seen(
    { viewState: memoryViewState({ tab: 'reviews' }) },
    apiOver(people, { reviews: { list: () => pageWith([]) } }),
  ),
}
export const ReviewOpened: Story = { decorators: at({ tab: 'reviews', review: reviewOf().id }) }
export const ReviewSigned: Story = { decorators: at({ tab: 'reviews', review: signedReview.id }) }
