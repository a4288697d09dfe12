namespace WmoPlatform.Pgb;

/// <summary>The last later decision on a voorziening that arrived. An earlier one that arrives after it changes nothing.</summary>
public sealed class Besluitstand
{
    private Besluitstand()
    {
    }

    public Besluitstand(Guid voorzieningId, int stand) => (VoorzieningId, Stand) = (voorzieningId, stand);

    public Guid VoorzieningId { get; private set; }

    /// <summary>Counts the decisions on the voorziening.</summary>
    public int Stand { get; private set; }

    /// <returns>False when this decision, or a later one, is known already.</returns>
    public bool Volg(int stand)
    {
        if (stand <= Stand) return false;
        Stand = stand;
        return true;
    }
}
