"""A transaction on one connection, which begins with its first statement.

SQLAlchemy's own session also keeps track of objects. We have none, and what it does for them at the beginning
and end of every transaction takes longer than reading a claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, TypeVarTuple, cast, overload

from sqlalchemy import Connection, CursorResult, Engine, Executable, ScalarResult
from sqlalchemy.engine import NestedTransaction, RootTransaction
from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIModule
    from sqlalchemy.sql.selectable import TypedReturnsRows

_T = TypeVar("_T")
_Columns = TypeVarTuple("_Columns")
_Any = tuple[Any, ...]
Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Session:
    """What statements are run in. It ends with `commit`; without one, all that was done is undone."""

    def __init__(self, engine: Engine, *, writing: bool) -> None:
        """Begin on a connection of `engine` when it is first asked for."""
        self.writing = writing
        """Whether its reads lock what it may change."""
        self.wrote = False
        self.info: dict[str, Any] = {}
        """What belongs to this transaction alone."""
        self._engine = engine
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()  # which undoes what is not committed

    def connection(self) -> Connection:
        """The connection, on which the transaction has begun."""
        if self._connection is None:
            self._connection = self._engine.connect()
            self._transaction = self._connection.begin()
        return self._connection

    def get_bind(self) -> Engine:
        """The engine whose connection it has, or will have."""
        return self._engine

    @overload
    def execute(
        self, statement: TypedReturnsRows[*_Columns], parameters: Parameters = None
    ) -> CursorResult[*_Columns]: ...
    @overload
    def execute(self, statement: Executable, parameters: Parameters = None) -> CursorResult[*_Any]: ...
    def execute(self, statement: Executable, parameters: Parameters = None) -> CursorResult[*_Any]:
        """Run a statement, once or for each of many rows."""
        if not statement.is_select:
            self.wrote = True
        return self.connection().execute(statement, parameters)

    @overload
    def scalars(self, statement: TypedReturnsRows[_T], parameters: Parameters = None) -> ScalarResult[_T]: ...
    @overload
    def scalars(self, statement: Executable, parameters: Parameters = None) -> ScalarResult[Any]: ...
    def scalars(self, statement: Executable, parameters: Parameters = None) -> ScalarResult[Any]:
        """The first column of what a statement answers."""
        return self.execute(statement, parameters).scalars()

    @overload
    def scalar(self, statement: TypedReturnsRows[_T], parameters: Parameters = None) -> _T | None: ...
    @overload
    def scalar(self, statement: Executable, parameters: Parameters = None) -> Any: ...
    def scalar(self, statement: Executable, parameters: Parameters = None) -> Any:
        """The first column of the first row; None if there is none."""
        return self.execute(statement, parameters).scalar()

    def begin_nested(self) -> NestedTransaction:
        """A part that can be undone by itself."""
        return self.connection().begin_nested()

    def commit(self) -> None:
        """Let what was done stay; there is nothing to be done in it any more."""
        if self._transaction is not None:
            self._transaction.commit()


def refused(connection: Connection, error: Exception) -> BaseException:
    """SQLAlchemy's error for the driver's own; a server that hung up is not asked that way again."""
    dialect = connection.dialect
    if dialect.is_disconnect(cast("DBAPIModule.Error", error), connection.connection.dbapi_connection, None):
        connection.invalidate(error)
        connection.engine.dispose()
    return DBAPIError.instance(
        None, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
