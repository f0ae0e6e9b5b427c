import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Confirm.module.css';
import { Refused } from './Refused.js';

type Props = {
  title: string;
  /** What will happen, to whom, and how to undo it. */
  children: ReactNode;
  /** A verb with its object: "Put orders on hold". */
  action: string;
  isDangerous?: boolean;
  isBusy: boolean;
  error: unknown;
  isBlocked?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

export function Confirm(props: Props) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
      transitionProps={{ duration: 100 }}
    >
      <form
        className={classes.body}
        onSubmit={(event) => {
          event.preventDefault();
          props.onConfirm();
        }}
      >
        {props.children}
        <Refused error={props.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={props.isBusy}
            disabled={props.isBlocked}
            color={props.isDangerous ? 'red.9' : undefined}
          >
            {props.action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
