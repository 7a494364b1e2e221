import type { InjectionKey, Ref } from 'vue'

/** Whether the row as a whole is a link, so that nothing in it can be one. */
export const WHOLE_ROW: InjectionKey<Readonly<Ref<boolean>>> = Symbol('whole row')
