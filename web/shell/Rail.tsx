import { useRef } from 'react';
import { NavLink } from 'react-router';
import { useLinkTo } from '../as-of.js';
import { type Route, routes } from '../routes.js';
import { useMay } from '../session/me.js';
import { Icon } from '../ui/Icon.js';
import classes from './Rail.module.css';

/** On a phone four fit beside "More": what the collector on the road needs. */
const onThePhone = new Set(['/', '/work', '/customers', '/stop-list']);

export function Rail() {
  const may = useMay();
  const inRail = routes.filter((route) => route.icon && (!route.needs || may(route.needs)));
  const more = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (more.current) more.current.open = false;
  };
  return (
    <nav className={classes.rail} aria-label="Pages">
      <span className={classes.brand}>
        <img src="/favicon.svg" width={22} height={22} alt="" />
        Goodstanding
      </span>
      {inRail.map((route) => (
        <RailLink key={route.path} route={route} isRare={!onThePhone.has(route.path)} />
      ))}
      <details ref={more} className={classes.more}>
        <summary>
          <Icon name="more" size={20} />
          <span>More</span>
        </summary>
        <div className={classes.sheet}>
          {inRail
            .filter((route) => !onThePhone.has(route.path))
            .map((route) => (
              <RailLink key={route.path} route={route} onGo={close} />
            ))}
        </div>
      </details>
    </nav>
  );
}

function RailLink({ route, isRare, onGo }: { route: Route; isRare?: boolean; onGo?: () => void }) {
  const linkTo = useLinkTo();
  return (
    <NavLink
      to={linkTo(route.path)}
      end={route.path === '/'}
      className={classes.link}
      data-rare={isRare || undefined}
      onClick={onGo}
    >
      {route.icon && <Icon name={route.icon} />}
      <span>{route.title}</span>
    </NavLink>
  );
}
