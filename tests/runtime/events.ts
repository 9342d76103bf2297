/** The event object that Electron hands to listeners. */
export interface StandInEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Makes an event with the given further members. */
export function createEvent<Further extends object>(further: Further): StandInEvent & Further {
  const event = {
    ...further,
    defaultPrevented: false,
    preventDefault(): void {
      event.defaultPrevented = true;
    },
  };
  return event;
}
