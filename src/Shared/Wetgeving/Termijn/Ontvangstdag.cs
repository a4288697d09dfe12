namespace WmoPlatform.Wetgeving;

/// <summary>
/// The day of receipt is the day on which something reached the municipality, also a Saturday in the letterbox, and not the day on which
/// it was registered. To register it on the next working day is usual; later has a reason.
/// </summary>
public static class Ontvangstdag
{
    /// <summary>Whether it was registered later than the first working day after its receipt.</summary>
    /// <param name="ontvangenOp">The day of receipt.</param>
    /// <param name="vastgelegdOp">The day of registration.</param>
    public static bool IsLaatVastgelegd(DateOnly ontvangenOp, DateOnly vastgelegdOp)
    {
        var dag = ontvangenOp.AddDays(1);
        while (!Kalender.IsWerkdag(dag)) dag = dag.AddDays(1);
        return vastgelegdOp > dag;
    }
}
