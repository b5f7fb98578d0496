"""The statements that almost every request runs, handed straight to the driver.

SQLAlchemy writes each of them, once for every database, and says how its values are kept. What is left out
is its way from a call to the driver, which takes several times as long as such a statement itself; and on a
server, several of them go out at once (see `at_once`) instead of each waiting for the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Delete, Dialect, Insert, Select, Update

from factcheck.store.session import Session, refused

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]] | Insert | Update | Delete
Row = dict[str, Any]
_Process = Callable[[Any], Any]
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_CURSORS, _WAITING = "factcheck_cursors", "factcheck_waiting"
_KEPT = 8


class Prepared:
    """A statement with named parameters, to be built once and run often.

    An INSERT or UPDATE sets the columns that it is given values for.
    """

    def __init__(self, statement: Statement) -> None:
        """Prepare `statement`; it is written for a database when it is first run there."""
        self._statement = statement
        self._written: dict[tuple[str, tuple[str, ...]], _Written] = {}

    def run(self, session: Session, values: Mapping[str, Any] = _NOTHING) -> Answer:
        """Run it in the transaction of `session`. Raises what `session.execute` raises."""
        connection, cursor, waiting = _connected(session)
        written = self._for(session, connection.dialect, values)
        try:
            cursor.execute(written.sql, written.bound(values))
            answer = Answer(cursor, written)
            if waiting is None:
                answer.settle()
            else:
                waiting.append(answer)
        except connection.dialect.loaded_dbapi.Error as error:
            raise refused(connection, error) from error
        return answer

    def run_each(self, session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it once for each row; all of them have the same names."""
        connection, cursor, waiting = _connected(session)
        written = self._for(session, connection.dialect, rows[0])
        try:
            cursor.executemany(written.sql, [written.bound(row) for row in rows])
            if waiting is not None:
                waiting.append(Answer(cursor, written))
        except connection.dialect.loaded_dbapi.Error as error:
            raise refused(connection, error) from error

    def _for(self, session: Session, dialect: Dialect, values: Mapping[str, Any]) -> _Written:
        key = (dialect.name, tuple(values))
        written = self._written.get(key)
        if written is None:
            written = self._written[key] = _Written(self._statement, dialect, tuple(values))
        if written.writes:
            session.wrote = True
        return written


class Answer:
    """What a statement gave; of several sent at once it is there when all of them are through."""

    __slots__ = ("_cursor", "_written", "count", "rows")

    def __init__(self, cursor: Any, written: _Written) -> None:
        self._cursor, self._written = cursor, written
        self.rows: list[Row] = []
        """Every row, by the names of its columns."""
        self.count = 0
        """How many rows were written."""

    def settle(self) -> None:
        """Take the answer from the cursor, which will soon be another's."""
        self.rows, self.count = self._written.read(self._cursor), self._cursor.rowcount

    @property
    def first(self) -> Row | None:
        """The first row; None if there is none."""
        return self.rows[0] if self.rows else None


@contextmanager
def at_once(session: Session) -> Iterator[None]:
    """Send the statements that are run inside without waiting for one before the next.

    They are done in their order, and what they answer is there behind it. It matters where a server is a
    way off: SQLite has none, and does each at once.
    """
    connection = session.connection()
    driver = connection.connection.driver_connection
    if connection.dialect.name != "postgresql" or driver is None or session.info.get(_WAITING) is not None:
        yield
        return
    waiting: list[Answer] = []
    session.info[_WAITING] = waiting
    try:
        with driver.pipeline():
            yield
        for answer in waiting:
            answer.settle()
    except connection.dialect.loaded_dbapi.Error as error:
        raise refused(connection, error) from error
    finally:
        session.info[_WAITING] = None


class _Written:
    """A statement as one database reads it, and how values go in and come out."""

    def __init__(self, statement: Statement, dialect: Dialect, names: tuple[str, ...]) -> None:
        set_by_name: list[str] | None = None
        if isinstance(statement, Insert | Update):
            set_by_name = [name for name in names if name in statement.table.c]
        compiled = statement.compile(dialect=dialect, column_keys=set_by_name)
        self.sql = str(compiled)
        self.writes = not isinstance(statement, Select | CompoundSelect)
        binds = {name: bind.type.dialect_impl(dialect) for bind, name in compiled.bind_names.items()}
        self._order = compiled.positiontup if compiled.positional else None
        self._given = {
            name: bind.effective_value for bind, name in compiled.bind_names.items() if not bind.required
        }
        processes = ((name, kind.bind_processor(dialect)) for name, kind in binds.items())
        self._in: list[tuple[str, _Process]] = [(name, process) for name, process in processes if process]
        for name, process in self._in:
            if name in self._given:
                self._given[name] = process(self._given[name])
        unset = set(binds) - set(self._given) - set(names)
        if unset:
            raise TypeError(f"nothing is given for {', '.join(sorted(unset))}")
        columns = list(getattr(statement, "exported_columns", ()))
        self._names = [column.key for column in columns]
        self._dialect, self._kinds = dialect, [column.type.dialect_impl(dialect) for column in columns]
        self._out: list[tuple[str, _Process]] | None = None

    def bound(self, values: Mapping[str, Any]) -> Any:
        """Values as the driver takes them."""
        bound = {**self._given, **values}
        for name, process in self._in:
            if name in values:
                bound[name] = process(values[name])
        return [bound[name] for name in self._order] if self._order is not None else bound

    def read(self, cursor: Any) -> list[Row]:
        """What a cursor still holds, by the names of the columns."""
        if not self._names:
            return []
        if self._out is None:
            columns = zip(self._names, self._kinds, cursor.description, strict=True)
            processes = ((name, kind.result_processor(self._dialect, of[1])) for name, kind, of in columns)
            self._out = [(name, process) for name, process in processes if process]
        rows = [dict(zip(self._names, row, strict=True)) for row in cursor.fetchall()]
        for name, process in self._out:
            for row in rows:
                row[name] = process(row[name])
        return rows


def _connected(session: Session) -> tuple[Connection, Any, list[Answer] | None]:
    """The connection of a transaction, which this may begin; a cursor of the driver's own; who waits for it.

    Making a cursor takes as long as many a statement. A connection keeps its first ones: one that serves
    all, and where several statements are sent at once, one for each that waits for its answer.
    """
    connection = session.connection()
    waiting: list[Answer] | None = session.info.get(_WAITING)
    cursors: list[Any] = connection.info.setdefault(_CURSORS, [])
    place = 0 if waiting is None else len(waiting)
    if place < _KEPT:
        while place >= len(cursors):
            cursors.append(connection.connection.cursor())
        return connection, cursors[place], waiting
    return connection, connection.connection.cursor(), waiting
