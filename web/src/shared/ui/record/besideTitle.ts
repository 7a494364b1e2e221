import type { Component, InjectionKey } from 'vue'

/** What the application shows beside a record's title on every record page: who else is there. */
export const besideTitleKey: InjectionKey<Component> = Symbol('beside-title')
