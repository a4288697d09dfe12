namespace WmoPlatform.Messaging.Tests;

public sealed class StatementNamesTests
{
    [Theory]
    [InlineData("SELECT m.id FROM melding AS m WHERE m.id = @p", "SELECT melding")]
    [InlineData("SELECT s.id FROM (SELECT * FROM verzending) AS s", "SELECT verzending")]
    [InlineData(
        "INSERT INTO melding (id) VALUES (@p0);\nINSERT INTO outbox_message (body) VALUES (@p1)",
        "INSERT melding, INSERT outbox_message")]
    [InlineData("UPDATE melding SET x = (SELECT y FROM z) RETURNING 1;\nUPDATE melding SET x = 2", "UPDATE melding")]
    [InlineData("\n  DELETE FROM outbox_message WHERE number = ANY($1)", "DELETE outbox_message")]
    [InlineData("SELECT pg_try_advisory_lock($1)", "SELECT")]
    [InlineData("", "")]
    public void A_statement_is_named_after_what_it_does(string sql, string naam) => StatementNames.Of(sql).ShouldBe(naam);
}
