import { view } from '@sonaqor/module'

export const list = view(() => import('./keys/keys-page.tsx'))
export const issue = view(() => import('./keys/issue-key-view.tsx'))
